#include "audio/effects.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anneal::audio {
namespace {

using data::Parameter;
using data::Random;
using data::Settings;

double amplitude(double decibels) { return std::pow(10, decibels / 20); }

class Gain : public Effect {
public:
    explicit Gain(const Settings& settings) : least_(settings.number("min_db")), most_(settings.number("max_db")) {}
    void apply(Sound& sound, Random& random) const override { amplify(sound, random.between(least_, most_)); }

private:
    double least_, most_;
};

class Noise : public Effect {
public:
    explicit Noise(const Settings& settings) : least_(settings.number("min_snr")), most_(settings.number("max_snr")) {}
    void apply(Sound& sound, Random& random) const override {
        const double ratio = random.between(least_, most_);
        addNoise(sound, ratio, random);
    }

private:
    double least_, most_;
};

class Shift : public Effect {
public:
    explicit Shift(const Settings& settings) : limit_(settings.number("limit")) {}
    void apply(Sound& sound, Random& random) const override {
        shift(sound, std::int64_t(random.between(-limit_, limit_) * double(sound.frames())));
    }

private:
    double limit_;
};

class Speed : public Effect {
public:
    explicit Speed(const Settings& settings) : least_(settings.number("min")), most_(settings.number("max")) {}
    void apply(Sound& sound, Random& random) const override { speedUp(sound, random.between(least_, most_)); }

private:
    double least_, most_;
};

template <class Made>
std::unique_ptr<Effect> makeEffect(const Settings& settings) {
    return std::make_unique<Made>(settings);
}

}  // namespace

void amplify(Sound& sound, double decibels) {
    const auto factor = float(amplitude(decibels));
    for (auto& sample : sound.samples) sample = std::clamp(sample * factor, -1.0f, 1.0f);
}

void addNoise(Sound& sound, double signalToNoiseDecibels, data::Random& random) {
    double energy = 0;
    for (const auto sample : sound.samples) energy += double(sample) * sample;
    const double deviation = std::sqrt(energy / double(sound.samples.size())) / amplitude(signalToNoiseDecibels);
    if (deviation == 0) return;
    for (auto& sample : sound.samples) sample = std::clamp(sample + float(deviation * random.normal()), -1.0f, 1.0f);
}

void shift(Sound& sound, std::int64_t frames) {
    auto& samples = sound.samples;
    const auto by = std::min(std::size_t(std::abs(frames)), sound.frames()) * std::size_t(sound.channels);
    if (frames > 0) {
        std::move_backward(samples.begin(), samples.end() - std::ptrdiff_t(by), samples.end());
        std::fill_n(samples.begin(), by, 0.0f);
    } else {
        std::move(samples.begin() + std::ptrdiff_t(by), samples.end(), samples.begin());
        std::fill(samples.end() - std::ptrdiff_t(by), samples.end(), 0.0f);
    }
}

void speedUp(Sound& sound, double factor) {
    constexpr int kTaps = 16;  // zero crossings of the sinc on either side
    const auto frames = std::int64_t(sound.frames()), channels = std::int64_t(sound.channels);
    const auto length = std::max<std::int64_t>(1, std::llround(double(frames) / factor));
    const double band = std::min(1.0, 1 / factor);  // of half the rate
    const double reach = kTaps / band;
    std::vector<float> out(std::size_t(length * channels));
    std::vector<double> weights;
    for (std::int64_t to = 0; to < length; ++to) {
        const double at = double(to) * factor;
        const auto first = std::max<std::int64_t>(0, std::int64_t(std::ceil(at - reach)));
        const auto last = std::min(frames - 1, std::int64_t(std::floor(at + reach)));
        weights.clear();
        double sum = 0;
        for (auto from = first; from <= last; ++from) {
            const double x = (double(from) - at) * band * std::numbers::pi;
            const double window = 0.5 + 0.5 * std::cos((double(from) - at) / reach * std::numbers::pi);
            weights.push_back((std::abs(x) < 1e-9 ? 1 : std::sin(x) / x) * window);
            sum += weights.back();
        }
        for (std::int64_t channel = 0; channel < channels && sum != 0; ++channel) {
            double value = 0;
            for (auto from = first; from <= last; ++from)
                value += weights[std::size_t(from - first)] * sound.samples[std::size_t(from * channels + channel)];
            out[std::size_t(to * channels + channel)] = std::clamp(float(value / sum), -1.0f, 1.0f);
        }
    }
    sound.samples = std::move(out);
}

const std::vector<EffectKind>& effectKinds() {
    static const std::vector<EffectKind> kinds = {
        {"gain",
         "Make louder or softer",
         {Parameter::number("min_db", -6, "Decibels at least").between(-60, 60),
          Parameter::number("max_db", 6, "Decibels at most").between(-60, 60)},
         makeEffect<Gain>},
        {"noise",
         "Add white noise",
         {Parameter::number("min_snr", 15, "Decibels by which the sound is louder, at least").between(-20, 100),
          Parameter::number("max_snr", 40, "Decibels by which the sound is louder, at most").between(-20, 100)},
         makeEffect<Noise>},
        {"shift",
         "Move in time, with silence where it came from",
         {Parameter::number("limit", 0.1, "Share of the length at most").between(0, 1)},
         makeEffect<Shift>},
        {"speed",
         "Play faster and higher, or slower and lower",
         {Parameter::number("min", 0.9, "Slowest").between(0.25, 4), Parameter::number("max", 1.1, "Fastest").between(0.25, 4)},
         makeEffect<Speed>},
    };
    return kinds;
}

}  // namespace anneal::audio
