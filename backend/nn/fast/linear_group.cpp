#include "nn/fast/linear_group.h"

namespace anneal::nn::fast {

LinearGroup::LinearGroup(std::vector<const Linear*> layers) : layers_(std::move(layers)) {
    std::vector<at::Tensor> parts;
    for (const auto* layer : layers_)
        if (layer->lora) parts.push_back(layer->lora->a.detach());
    if (!parts.empty()) a_ = parts.size() == 1 ? parts.front() : at::cat(parts, 0);
}

at::Tensor LinearGroup::forward(const at::Tensor& x, const std::vector<at::Tensor>& outputs, bool accumulate) const {
    const auto reduced = a_.defined() ? at::mm(x, a_.t()) : at::Tensor();
    std::int64_t first = 0;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const auto& layer = *layers_[i];
        auto out = outputs[i];
        const auto weight = layer.weight.detach().t();
        if (accumulate) {
            out.addmm_(x, weight);
            if (layer.bias.defined()) out.add_(layer.bias.detach());
        } else if (layer.bias.defined()) {
            at::addmm_out(out, layer.bias.detach(), x, weight);
        } else {
            at::mm_out(out, x, weight);
        }
        if (!layer.lora) continue;
        const auto rank = layer.lora->a.size(0);
        out.addmm_(reduced.narrow(1, first, rank), layer.lora->b.detach().t(), 1, layer.lora->scale);
        first += rank;
    }
    return reduced;
}

void LinearGroup::backward(const std::vector<at::Tensor>& dOutputs, const at::Tensor& input, const at::Tensor& reduced, at::Tensor dx,
                           GradientSink& sink) const {
    auto dReduced = reduced.defined() ? at::empty_like(reduced) : at::Tensor();
    std::int64_t first = 0;
    bool written = false;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const auto& layer = *layers_[i];
        const auto& dy = dOutputs[i];
        if (sink.wants(layer.weight)) sink.give(layer.weight, at::mm(dy.t(), input));
        if (sink.wants(layer.bias)) sink.give(layer.bias, dy.sum(0));
        if (dx.defined()) {
            if (written)
                dx.addmm_(dy, layer.weight.detach());
            else
                at::mm_out(dx, dy, layer.weight.detach());
            written = true;
        }
        if (!layer.lora) continue;
        const auto& lora = *layer.lora;
        const auto rank = lora.a.size(0);
        auto slice = dReduced.narrow(1, first, rank);
        at::mm_out(slice, dy, lora.b.detach());
        if (sink.wants(lora.b)) sink.give(lora.b, at::mm(dy.t(), reduced.narrow(1, first, rank)).mul_(lora.scale));
        slice.mul_(lora.scale);
        first += rank;
    }
    if (!a_.defined()) return;
    if (dx.defined()) dx.addmm_(dReduced, a_);
    const auto dA = at::mm(dReduced.t(), input);
    first = 0;
    for (const auto* layer : layers_) {
        if (!layer->lora) continue;
        const auto rank = layer->lora->a.size(0);
        if (sink.wants(layer->lora->a)) sink.give(layer->lora->a, dA.narrow(0, first, rank));
        first += rank;
    }
}

}  // namespace anneal::nn::fast
