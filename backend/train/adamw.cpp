#include "train/adamw.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace anneal::train {

AdamW::AdamW(const std::vector<nn::Parameter>& parameters, const AdamWOptions& options) : options_(options) {
    at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto parameter = parameters[i].tensor.detach();
        auto master = parameter.scalar_type() == at::kFloat ? parameter : parameter.to(at::kFloat);
        Slot slot{.name = parameters[i].name,
                  .parameter = parameter,
                  .master = master,
                  .average = at::zeros_like(master),
                  .squareAverage = at::zeros_like(master),
                  .gradient = i};
        (parameter.dim() > 1 ? decayed_ : plain_).push_back(std::move(slot));
    }
}

void AdamW::step(double learningRate, const std::vector<at::Tensor>& gradients) {
    at::NoGradGuard noGrad;
    ++steps_;
    update(decayed_, options_.weightDecay, learningRate, gradients);
    update(plain_, 0.0, learningRate, gradients);
}

void AdamW::update(const std::vector<Slot>& slots, double decay, double learningRate, const std::vector<at::Tensor>& gradients) {
    if (slots.empty()) return;
    std::vector<at::Tensor> masters, slopes, averages, squareAverages;
    for (const auto& slot : slots) {
        masters.push_back(slot.master);
        slopes.push_back(gradients[slot.gradient]);
        averages.push_back(slot.average);
        squareAverages.push_back(slot.squareAverage);
    }
    const std::vector<at::Tensor> counts(slots.size(), at::full({}, static_cast<double>(steps_), slots.front().master.options()));
    at::_fused_adamw_(masters, slopes, averages, squareAverages, {}, counts, learningRate, options_.beta1, options_.beta2, decay,
                      options_.epsilon, /*amsgrad=*/false, /*maximize=*/false);
    for (const auto& slot : slots)
        if (!slot.master.is_same(slot.parameter)) slot.parameter.copy_(slot.master);
}

std::vector<std::pair<std::string, at::Tensor>> AdamW::stateTensors() const {
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    for (const auto* slots : {&decayed_, &plain_})
        for (const auto& slot : *slots) {
            tensors.emplace_back("exp_avg." + slot.name, slot.average);
            tensors.emplace_back("exp_avg_sq." + slot.name, slot.squareAverage);
            if (!slot.master.is_same(slot.parameter)) tensors.emplace_back("master." + slot.name, slot.master);
        }
    return tensors;
}

std::map<std::string, at::Tensor> AdamW::state() const {
    std::map<std::string, at::Tensor> state;
    for (auto& [name, tensor] : stateTensors()) state.emplace(name, tensor);
    return state;
}

Status AdamW::load(const std::map<std::string, at::Tensor>& state, std::int64_t steps) {
    at::NoGradGuard noGrad;
    for (auto& [name, tensor] : stateTensors()) {
        const auto saved = state.find(name);
        if (saved == state.end() || saved->second.sizes() != tensor.sizes())
            return fail("checkpoint_mismatch", "the checkpoint's optimiser state does not hold " + name + " in this shape",
                        "resume with the settings the run was started with, or start a new run");
        tensor.copy_(saved->second);
    }
    for (const auto* slots : {&decayed_, &plain_})
        for (const auto& slot : *slots)
            if (!slot.master.is_same(slot.parameter)) slot.parameter.copy_(slot.master);
    steps_ = steps;
    return {};
}

}  // namespace anneal::train
