#include "nn/fast/linear_group.h"

namespace anneal::nn::fast {

LinearGroup::LinearGroup(std::vector<const Linear*> layers, at::ScalarType dtype) {
    const auto inDtype = [dtype](const at::Tensor& parameter) { return parameter.defined() ? parameter.detach().to(dtype) : at::Tensor(); };
    std::vector<at::Tensor> parts;
    std::int64_t ranks = 0;
    for (const auto* layer : layers) {
        members_.push_back({layer, inDtype(layer->weight), inDtype(layer->bias), {}, ranks});
        if (!layer->lora) continue;
        members_.back().b = inDtype(layer->lora->b);
        parts.push_back(inDtype(layer->lora->a));
        ranks += layer->lora->a.size(0);
    }
    if (!parts.empty()) a_ = parts.size() == 1 ? parts.front() : at::cat(parts, 0);
}

at::Tensor LinearGroup::forward(const at::Tensor& x, const std::vector<at::Tensor>& outputs, bool accumulate) const {
    const auto reduced = a_.defined() ? at::mm(x, a_.t()) : at::Tensor();
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const auto& member = members_[i];
        auto out = outputs[i];
        if (accumulate) {
            out.addmm_(x, member.weight.t());
            if (member.bias.defined()) out.add_(member.bias);
        } else if (member.bias.defined()) {
            at::addmm_out(out, member.bias, x, member.weight.t());
        } else {
            at::mm_out(out, x, member.weight.t());
        }
        if (member.b.defined())
            out.addmm_(reduced.narrow(1, member.firstRank, member.b.size(1)), member.b.t(), 1, member.layer->lora->scale);
    }
    return reduced;
}

void LinearGroup::backward(const std::vector<at::Tensor>& dOutputs, const at::Tensor& input, const at::Tensor& reduced, at::Tensor dx,
                           GradientSink& sink) const {
    auto dReduced = reduced.defined() ? at::empty_like(reduced) : at::Tensor();
    bool written = false;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const auto& [layer, weight, bias, b, firstRank] = members_[i];
        const auto& dy = dOutputs[i];
        sink.giveProduct(layer->weight, dy.t(), input);
        if (sink.wants(layer->bias)) sink.give(layer->bias, dy.sum(0, false, at::kFloat));
        if (dx.defined()) {
            if (written)
                dx.addmm_(dy, weight);
            else
                at::mm_out(dx, dy, weight);
            written = true;
        }
        if (!b.defined()) continue;
        auto slice = dReduced.narrow(1, firstRank, b.size(1));
        at::mm_out(slice, dy, b);
        sink.giveProduct(layer->lora->b, dy.t(), reduced.narrow(1, firstRank, b.size(1)), layer->lora->scale);
        slice.mul_(layer->lora->scale);
    }
    if (!a_.defined()) return;
    if (dx.defined()) dx.addmm_(dReduced, a_);
    const auto dA = at::mm(dReduced.t(), input);
    for (const auto& member : members_)
        if (member.b.defined()) sink.give(member.layer->lora->a, dA.narrow(0, member.firstRank, member.b.size(1)));
}

void LinearGroup::inputGradient(const at::Tensor& dy, at::Tensor& dx) const {
    const auto& only = members_.front();
    at::mm_out(dx, dy, only.weight);
    if (only.b.defined()) dx.addmm_(at::mm(dy, only.b), a_, 1, only.layer->lora->scale);
}

}  // namespace anneal::nn::fast
