#pragma once
// A model's tensors in a fixed order, by Hugging Face's names; an adapter's follow by PEFT's names.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

namespace anneal::nn {

struct Parameter {
    std::string name;   ///< "model.layers.0.self_attn.q_proj.weight", "base_model.model.model.layers.0….lora_A.weight"
    at::Tensor tensor;  ///< shares storage with the layer that uses it: change it in place
    bool adapter = false;

    bool trainable() const { return tensor.requires_grad(); }
};

class Parameters {
public:
    void add(std::string name, at::Tensor tensor, bool adapter = false);
    void removeAdapters();

    const std::vector<Parameter>& all() const { return all_; }
    std::vector<Parameter> base() const;
    std::vector<Parameter> adapters() const;
    /// Those the optimiser moves, in order.
    std::vector<Parameter> trainable() const;
    /// An undefined tensor if there is none of that name.
    at::Tensor find(std::string_view name) const;

    /// Marks exactly those for which `choose` is true as trainable.
    void setTrainable(const std::function<bool(const Parameter&)>& choose);
    std::int64_t count() const;           ///< numbers in all tensors
    std::int64_t trainableCount() const;  ///< numbers in trainable ones

private:
    std::vector<Parameter> all_;
};

}  // namespace anneal::nn
