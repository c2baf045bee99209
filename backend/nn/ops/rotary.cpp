#include "nn/ops/rotary.h"

#include <cmath>
#include <numbers>

namespace anneal::nn {
namespace {

using catalogue::RopeScaling;

/// Long wavelengths are stretched by `factor`, short ones kept, those between blended.
double llama3Frequency(double frequency, const RopeScaling& scaling) {
    const double wavelength = 2 * std::numbers::pi / frequency;
    const auto context = static_cast<double>(scaling.originalContext);
    if (wavelength < context / scaling.highFreqFactor) return frequency;
    if (wavelength > context / scaling.lowFreqFactor) return frequency / scaling.factor;
    const double smooth = (context / wavelength - scaling.lowFreqFactor) / (scaling.highFreqFactor - scaling.lowFreqFactor);
    return (1 - smooth) * frequency / scaling.factor + smooth * frequency;
}

double scaledFrequency(double frequency, const RopeScaling& scaling) {
    switch (scaling.type) {
        case RopeScaling::Type::none: return frequency;
        case RopeScaling::Type::linear: return frequency / scaling.factor;
        case RopeScaling::Type::llama3: return llama3Frequency(frequency, scaling);
    }
    return frequency;
}

}  // namespace

at::Tensor rotaryFrequencies(const catalogue::ModelConfig& config) {
    auto frequencies = at::empty({config.headDim / 2}, at::kFloat);
    auto* frequency = frequencies.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < config.headDim / 2; ++i) {
        const double exponent = 2.0 * static_cast<double>(i) / static_cast<double>(config.headDim);
        frequency[i] = static_cast<float>(scaledFrequency(std::pow(config.ropeTheta, -exponent), config.ropeScaling));
    }
    return frequencies;
}

RotaryAngles rotaryAngles(const at::Tensor& frequencies, const at::Tensor& positions) {
    const auto angles = positions.to(at::kFloat).unsqueeze(1) * frequencies;
    return {angles.cos(), angles.sin()};
}

at::Tensor applyRotary(const at::Tensor& x, const RotaryAngles& angles) {
    const auto half = x.size(-1) / 2;
    const auto cos = angles.cos.unsqueeze(1).to(x.scalar_type());
    const auto sin = angles.sin.unsqueeze(1).to(x.scalar_type());
    const auto first = x.narrow(-1, 0, half);
    const auto second = x.narrow(-1, half, half);
    return at::cat({first * cos - second * sin, second * cos + first * sin}, -1);
}

}  // namespace anneal::nn
