#include "nn/parameters.h"

#include <algorithm>

namespace anneal::nn {
namespace {

template <class Keep>
std::vector<Parameter> those(const std::vector<Parameter>& all, Keep keep) {
    std::vector<Parameter> chosen;
    std::ranges::copy_if(all, std::back_inserter(chosen), keep);
    return chosen;
}

}  // namespace

void Parameters::add(std::string name, at::Tensor tensor, bool adapter) { all_.push_back({std::move(name), std::move(tensor), adapter}); }

void Parameters::removeAdapters() {
    std::erase_if(all_, [](const Parameter& parameter) { return parameter.adapter; });
}

std::vector<Parameter> Parameters::base() const {
    return those(all_, [](const Parameter& parameter) { return !parameter.adapter; });
}

std::vector<Parameter> Parameters::adapters() const {
    return those(all_, [](const Parameter& parameter) { return parameter.adapter; });
}

std::vector<Parameter> Parameters::trainable() const {
    return those(all_, [](const Parameter& parameter) { return parameter.trainable(); });
}

at::Tensor Parameters::find(std::string_view name) const {
    const auto found = std::ranges::find(all_, name, &Parameter::name);
    return found == all_.end() ? at::Tensor() : found->tensor;
}

void Parameters::setTrainable(const std::function<bool(const Parameter&)>& choose) {
    for (auto& parameter : all_) parameter.tensor.requires_grad_(choose(parameter));
}

std::int64_t Parameters::count() const {
    std::int64_t total = 0;
    for (const auto& parameter : all_) total += parameter.tensor.numel();
    return total;
}

std::int64_t Parameters::trainableCount() const {
    std::int64_t total = 0;
    for (const auto& parameter : all_)
        if (parameter.trainable()) total += parameter.tensor.numel();
    return total;
}

}  // namespace anneal::nn
