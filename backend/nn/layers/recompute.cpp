#include "nn/layers/recompute.h"

#include <torch/csrc/autograd/autograd.h>

#include "nn/random_state.h"

namespace anneal::nn {
namespace {

struct Work : torch::CustomClassHolder {
    std::function<at::Tensor(const at::Tensor&)> run;
    at::Tensor randomState;  ///< before the first run; undefined where nothing is drawn
};

/// Draws from `state` while it lives.
class Replay {
public:
    Replay(const at::Tensor& state, at::Device device) : device_(device) {
        if (!state.defined()) return;
        now_ = randomState(device);
        setRandomState(state, device);
    }
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;
    ~Replay() {
        if (now_.defined()) setRandomState(now_, device_);
    }

private:
    at::Device device_;
    at::Tensor now_;
};

struct Recompute : torch::autograd::Function<Recompute> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, at::TensorList parameters,
                              const c10::intrusive_ptr<Work>& work) {
        context->saved_data["work"] = c10::IValue::make_capsule(work);
        std::vector<at::Tensor> kept{x};
        kept.insert(kept.end(), parameters.begin(), parameters.end());
        context->save_for_backward(std::move(kept));
        return work->run(x);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        auto inputs = context->get_saved_variables();
        const auto work = c10::static_intrusive_pointer_cast<Work>(context->saved_data["work"].toCapsule());
        const auto x = inputs.front().detach().requires_grad_(context->needs_input_grad(0));
        torch::autograd::variable_list wanted(inputs.begin() + 1, inputs.end());
        if (x.requires_grad()) wanted.insert(wanted.begin(), x);

        const Replay replay(work->randomState, x.device());
        const at::AutoGradMode recording(true);
        auto found = torch::autograd::grad({work->run(x)}, wanted, gradients, std::nullopt, false, true);
        if (!x.requires_grad()) found.insert(found.begin(), at::Tensor());
        found.emplace_back();
        return found;
    }
};

}  // namespace

at::Tensor recomputed(const at::Tensor& x, const std::vector<at::Tensor>& parameters, bool random,
                      std::function<at::Tensor(const at::Tensor&)> run) {
    auto work = c10::make_intrusive<Work>();
    work->run = std::move(run);
    if (random) work->randomState = randomState(x.device());
    return Recompute::apply(x, at::TensorList(parameters), work);
}

}  // namespace anneal::nn
