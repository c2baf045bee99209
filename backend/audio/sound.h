#pragma once
// Sound files as samples and back.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anneal::audio {

struct Sound {
    std::vector<float> samples;  ///< from −1 to 1, channels interleaved
    int channels = 1;
    int rate = 0;    ///< samples a second and channel
    int format = 0;  ///< as libsndfile numbers the file's format

    std::size_t frames() const { return samples.size() / std::size_t(channels); }
};

/// WAV, FLAC, Ogg, MP3, AIFF and whatever else libsndfile reads. Errors "sound_unreadable", "sound_too_long" (beyond 2²⁸ samples).
Result<Sound> decodeSound(std::string_view bytes);
/// In the format that the sound has. Error "sound_unwritable".
Result<std::string> encodeSound(const Sound& sound);
std::string extension(const Sound& sound);  ///< "wav"

}  // namespace anneal::audio
