#include "nn/fast/block.h"

#include <algorithm>
#include <array>

#include "nn/fast/linear_group.h"
#include "nn/fast/rows.h"

namespace anneal::nn::fast {
namespace {

template <class T>
Rows<T> rows(const at::Tensor& x) {
    return {x.mutable_data_ptr<T>(), x.stride(0)};
}
template <class T>
Rows<const T> constRows(const at::Tensor& x) {
    return {x.const_data_ptr<T>(), x.stride(0)};
}
const float* numbers(const at::Tensor& x) { return x.const_data_ptr<float>(); }

/// Calls with a value of the element type that x has: float or BFloat16.
template <class Call>
void withType(const at::Tensor& x, Call call) {
    x.scalar_type() == at::kFloat ? call(float{}) : call(c10::BFloat16{});
}

void normalise(const RmsNorm& norm, const at::Tensor& x, const at::Tensor& y) {
    const auto weight = norm.weight.detach().to(at::kFloat);
    withType(x, [&]<class T>(T) { rmsNorm(constRows<T>(x), numbers(weight), rows<T>(y), x.size(0), x.size(1), norm.eps); });
}

/// Adds to dx (or overwrites it) and gives the weight's gradient.
void normaliseBackward(const RmsNorm& norm, const at::Tensor& dy, const at::Tensor& x, const at::Tensor& dx, bool overwrite,
                       GradientSink& sink) {
    const bool wanted = sink.wants(norm.weight);
    const auto weight = norm.weight.detach().to(at::kFloat);
    auto dWeight = wanted ? at::empty_like(weight) : at::Tensor();
    withType(x, [&]<class T>(T) {
        const auto target = dx.defined() ? rows<T>(dx) : Rows<T>{nullptr, 0};
        rmsNormBackward(constRows<T>(dy), constRows<T>(x), numbers(weight), target, wanted ? dWeight.mutable_data_ptr<float>() : nullptr,
                        x.size(0), x.size(1), norm.eps, overwrite);
    });
    if (wanted) sink.give(norm.weight, dWeight);
}

void turn(const at::Tensor& heads, const at::Tensor& cos, const at::Tensor& sin, std::int64_t dim, float direction) {
    withType(heads,
             [&]<class T>(T) { rotate(rows<T>(heads), numbers(cos), numbers(sin), heads.size(0), heads.size(1) / dim, dim, direction); });
}

/// [tokens, heads · dim] -> [1, heads, length, dim] of one sequence, a view.
at::Tensor headsOf(const at::Tensor& x, std::int64_t first, std::int64_t length, std::int64_t dim) {
    return x.narrow(0, first, length).unflatten(1, {-1, dim}).transpose(0, 1).unsqueeze(0);
}

/// What the backward pass reads again.
struct Saved {
    at::Tensor x, query, key, value, mixed, attended, gate, up;
    at::Tensor reducedQkv, reducedOutput, reducedGateUp, reducedDown;  ///< undefined without adapters
    at::Tensor rawQuery, rawKey;                                       ///< before the norm of heads, where there is one
    at::Tensor cos, sin;
    std::vector<at::Tensor> logSums;  ///< of each sequence's softmax

    std::vector<at::Tensor> list() const {
        std::vector<at::Tensor> all;
        for (const auto member : kMembers) all.push_back(this->*member);
        all.insert(all.end(), logSums.begin(), logSums.end());
        return all;
    }
    static Saved from(const std::vector<at::Tensor>& all) {
        Saved saved;
        for (std::size_t i = 0; i < kMembers.size(); ++i) saved.*kMembers[i] = all[i];
        saved.logSums.assign(all.begin() + kMembers.size(), all.end());
        return saved;
    }

private:
    static const std::array<at::Tensor Saved::*, 16> kMembers;
};

const std::array<at::Tensor Saved::*, 16> Saved::kMembers = {
    &Saved::x,   &Saved::query,      &Saved::key,           &Saved::value,         &Saved::mixed,       &Saved::attended, &Saved::gate,
    &Saved::up,  &Saved::reducedQkv, &Saved::reducedOutput, &Saved::reducedGateUp, &Saved::reducedDown, &Saved::rawQuery, &Saved::rawKey,
    &Saved::cos, &Saved::sin};

class BlockPass {
public:
    BlockPass(const DecoderBlock& block, at::IntArrayRef starts, at::ScalarType dtype)
        : block_(block),
          starts_(starts.vec()),
          qkv_({&block.attention.query, &block.attention.key, &block.attention.value}, dtype),
          output_({&block.attention.output}, dtype),
          gateUp_({&block.feedForward.gate, &block.feedForward.up}, dtype),
          down_({&block.feedForward.down}, dtype) {}

    at::Tensor forward(const at::Tensor& x, const at::Tensor& cos, const at::Tensor& sin, Saved& saved) const {
        const auto& attention = block_.attention;
        const auto tokens = x.size(0);
        const auto make = [&](std::int64_t columns) { return at::empty({tokens, columns}, x.options()); };
        auto normal = make(x.size(1));
        normalise(block_.attentionNorm, x, normal);
        saved.x = x;
        saved.cos = cos;
        saved.sin = sin;
        saved.query = make(attention.query.weight.size(0));
        saved.key = make(attention.key.weight.size(0));
        saved.value = make(attention.value.weight.size(0));
        saved.reducedQkv = qkv_.forward(normal, {saved.query, saved.key, saved.value});
        prepareHeads(attention.queryNorm, saved.query, saved.rawQuery, saved);
        prepareHeads(attention.keyNorm, saved.key, saved.rawKey, saved);
        saved.mixed = make(saved.query.size(1));
        attend(saved);
        saved.attended = x.clone();
        saved.reducedOutput = output_.forward(saved.mixed, {saved.attended}, true);

        normalise(block_.feedForwardNorm, saved.attended, normal);
        const auto inner = block_.feedForward.gate.weight.size(0);
        saved.gate = make(inner);
        saved.up = make(inner);
        saved.reducedGateUp = gateUp_.forward(normal, {saved.gate, saved.up});
        const auto active = make(inner);
        withType(x, [&]<class T>(T) {
            swiglu(saved.gate.const_data_ptr<T>(), saved.up.const_data_ptr<T>(), active.mutable_data_ptr<T>(), active.numel());
        });
        const auto y = saved.attended.clone();
        saved.reducedDown = down_.forward(active, {y}, true);
        return y;
    }

    /// Uses up saved.gate and saved.up. Returns the gradient of x, undefined unless `wanted`.
    at::Tensor backward(const at::Tensor& dy, Saved& saved, bool wanted, GradientSink& sink) const {
        const auto& attention = block_.attention;
        auto normal = at::empty_like(saved.x);
        auto active = at::empty_like(saved.gate);
        auto dActive = at::empty_like(saved.gate);
        // The down projection's adapter needs `active`, which swigluBackward makes again: its input gradient comes first.
        auto dx = dy.clone();
        down_.inputGradient(dy, dActive);
        withType(dy, [&]<class T>(T) {
            swigluBackward(dActive.const_data_ptr<T>(), saved.gate.mutable_data_ptr<T>(), saved.up.mutable_data_ptr<T>(),
                           active.mutable_data_ptr<T>(), active.numel());
        });
        down_.backward({dy}, active, saved.reducedDown, {}, sink);
        normalise(block_.feedForwardNorm, saved.attended, normal);
        auto dNormal = at::empty_like(saved.x);
        gateUp_.backward({saved.gate, saved.up}, normal, saved.reducedGateUp, dNormal, sink);
        normaliseBackward(block_.feedForwardNorm, dNormal, saved.attended, dx, false, sink);

        auto dMixed = at::empty_like(saved.mixed);
        output_.backward({dx}, saved.mixed, saved.reducedOutput, dMixed, sink);
        auto dQuery = at::empty_like(saved.query);
        auto dKey = at::empty_like(saved.key);
        auto dValue = at::empty_like(saved.value);
        attendBackward(saved, dMixed, dQuery, dKey, dValue);
        headsBackward(attention.queryNorm, dQuery, saved.rawQuery, saved, sink);
        headsBackward(attention.keyNorm, dKey, saved.rawKey, saved, sink);
        normalise(block_.attentionNorm, saved.x, normal);
        const bool through = wanted || sink.wants(block_.attentionNorm.weight);
        qkv_.backward({dQuery, dKey, dValue}, normal, saved.reducedQkv, through ? dNormal : at::Tensor(), sink);
        if (through) normaliseBackward(block_.attentionNorm, dNormal, saved.x, dx, false, sink);
        return wanted ? dx : at::Tensor();
    }

private:
    void prepareHeads(const std::optional<RmsNorm>& norm, at::Tensor& heads, at::Tensor& raw, const Saved& saved) const {
        const auto dim = block_.attention.headDim;
        if (norm) {
            raw = heads;
            heads = at::empty_like(raw);
            normalise(*norm, raw.view({-1, dim}), heads.view({-1, dim}));
        }
        turn(heads, saved.cos, saved.sin, dim, 1);
    }

    void headsBackward(const std::optional<RmsNorm>& norm, at::Tensor& gradient, const at::Tensor& raw, const Saved& saved,
                       GradientSink& sink) const {
        const auto dim = block_.attention.headDim;
        turn(gradient, saved.cos, saved.sin, dim, -1);
        if (!norm) return;
        auto through = at::empty_like(gradient);
        normaliseBackward(*norm, gradient.view({-1, dim}), raw.view({-1, dim}), through.view({-1, dim}), true, sink);
        gradient = through;
    }

    void attend(Saved& saved) const {
        const auto dim = block_.attention.headDim;
        for (std::size_t s = 0; s + 1 < starts_.size(); ++s) {
            const auto first = starts_[s];
            const auto length = starts_[s + 1] - first;
            if (length == 0) continue;
            const auto heads = [&](const at::Tensor& x) { return headsOf(x, first, length, dim); };
            const auto [out, logSum] =
                at::_scaled_dot_product_flash_attention_for_cpu(heads(saved.query), heads(saved.key), heads(saved.value), 0, true);
            heads(saved.mixed).copy_(out);
            saved.logSums.push_back(logSum);
        }
    }

    void attendBackward(const Saved& saved, const at::Tensor& dMixed, const at::Tensor& dQuery, const at::Tensor& dKey,
                        const at::Tensor& dValue) const {
        const auto dim = block_.attention.headDim;
        auto logSum = saved.logSums.begin();
        for (std::size_t s = 0; s + 1 < starts_.size(); ++s) {
            const auto first = starts_[s];
            const auto length = starts_[s + 1] - first;
            if (length == 0) continue;
            const auto heads = [&](const at::Tensor& x) { return headsOf(x, first, length, dim); };
            const auto [q, k, v] = at::_scaled_dot_product_flash_attention_for_cpu_backward(
                heads(dMixed), heads(saved.query), heads(saved.key), heads(saved.value), heads(saved.mixed), *logSum++, 0, true);
            heads(dQuery).copy_(q);
            heads(dKey).copy_(k);
            heads(dValue).copy_(v);
        }
    }

    const DecoderBlock& block_;
    std::vector<std::int64_t> starts_;
    LinearGroup qkv_, output_, gateUp_, down_;
};

struct BlockFunction : torch::autograd::Function<BlockFunction> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, at::TensorList parameters,
                              const DecoderBlock* block, const BlockContext* pass) {
        const std::vector<std::int64_t> starts(pass->batch.cuSeqlens.begin(), pass->batch.cuSeqlens.end());
        Saved saved;
        auto y = BlockPass(*block, starts, x.scalar_type()).forward(x, pass->angles.cos, pass->angles.sin, saved);
        context->saved_data["block"] = reinterpret_cast<std::int64_t>(block);
        context->saved_data["starts"] = starts;
        auto tensors = saved.list();
        context->saved_data["saved"] = static_cast<std::int64_t>(tensors.size());
        tensors.insert(tensors.end(), parameters.begin(), parameters.end());
        context->save_for_backward(std::move(tensors));
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const at::NoGradGuard noGrad;
        auto tensors = context->get_saved_variables();
        const auto split = tensors.begin() + context->saved_data["saved"].toInt();
        const std::vector<at::Tensor> parameters(split, tensors.end());
        tensors.erase(split, tensors.end());
        auto saved = Saved::from(tensors);
        GradientSink sink(parameters);
        const auto* block = reinterpret_cast<const DecoderBlock*>(context->saved_data["block"].toInt());
        const auto starts = context->saved_data["starts"].toIntVector();
        torch::autograd::variable_list result;
        const BlockPass pass(*block, starts, gradients[0].scalar_type());
        result.push_back(pass.backward(gradients[0].contiguous(), saved, context->needs_input_grad(0), sink));
        result.insert(result.end(), sink.gradients().begin(), sink.gradients().end());
        result.resize(result.size() + 2);
        return result;
    }
};

}  // namespace

bool blockFits(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context) {
    const auto type = x.scalar_type();
    if (!context.fastAllowed || context.cache || !x.is_cpu() || (type != at::kFloat && type != at::kBFloat16) || !x.is_contiguous() ||
        x.size(0) == 0)
        return false;
    if (block.attention.window > 0 && block.attention.window < context.batch.maxSeqlen) return false;
    if (block.dropoutActs()) return false;
    return std::ranges::all_of(block.tensors(), [&](const at::Tensor& tensor) {
        return (tensor.scalar_type() == type || tensor.scalar_type() == at::kFloat) && tensor.is_contiguous();
    });
}

at::Tensor forwardBlock(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context) {
    auto parameters = block.tensors();
    std::erase_if(parameters, [](const at::Tensor& tensor) { return !tensor.requires_grad(); });
    if (!at::GradMode::is_enabled() || (parameters.empty() && !x.requires_grad())) {
        Saved saved;
        const std::vector<std::int64_t> starts(context.batch.cuSeqlens.begin(), context.batch.cuSeqlens.end());
        return BlockPass(block, starts, x.scalar_type()).forward(x, context.angles.cos, context.angles.sin, saved);
    }
    return BlockFunction::apply(x, at::TensorList(parameters), &block, &context);
}

}  // namespace anneal::nn::fast
