#pragma once
// What can be done to sounds.

#include "audio/sound.h"
#include "data/augment/variations.h"

namespace anneal::audio {

void amplify(Sound& sound, double decibels);
/// White noise so much below the sound's own loudness (root mean square). Silence stays silent.
void addNoise(Sound& sound, double signalToNoiseDecibels, data::Random& random);
/// Later by so many frames, or earlier where negative; what leaves at one end is lost, silence comes at the other.
void shift(Sound& sound, std::int64_t frames);
/// Played so much faster, and higher: resampled with a windowed sinc, which lets nothing above half the rate fold back.
void speedUp(Sound& sound, double factor);

using Effect = data::Variation<Sound>;
using EffectKind = data::VariationKind<Sound>;
const std::vector<EffectKind>& effectKinds();

}  // namespace anneal::audio
