#include "audio/sound.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <sndfile.h>

namespace anneal::audio {
namespace {

constexpr sf_count_t kMostSamples = sf_count_t(1) << 28;

/// A file in memory for libsndfile.
struct Memory {
    std::string bytes;
    sf_count_t at = 0;
};

SF_VIRTUAL_IO memoryFunctions() {
    SF_VIRTUAL_IO io = {};
    io.get_filelen = [](void* user) { return sf_count_t(static_cast<Memory*>(user)->bytes.size()); };
    io.seek = [](sf_count_t offset, int whence, void* user) {
        auto& memory = *static_cast<Memory*>(user);
        const auto size = sf_count_t(memory.bytes.size());
        const auto from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? memory.at : size;
        memory.at = std::clamp<sf_count_t>(from + offset, 0, size);
        return memory.at;
    };
    io.read = [](void* out, sf_count_t count, void* user) {
        auto& memory = *static_cast<Memory*>(user);
        count = std::min(count, sf_count_t(memory.bytes.size()) - memory.at);
        std::memcpy(out, memory.bytes.data() + memory.at, std::size_t(count));
        memory.at += count;
        return count;
    };
    io.write = [](const void* in, sf_count_t count, void* user) {
        auto& memory = *static_cast<Memory*>(user);
        if (memory.at + count > sf_count_t(memory.bytes.size())) memory.bytes.resize(std::size_t(memory.at + count));
        std::memcpy(memory.bytes.data() + memory.at, in, std::size_t(count));
        memory.at += count;
        return count;
    };
    io.tell = [](void* user) { return static_cast<Memory*>(user)->at; };
    return io;
}

using File = std::unique_ptr<SNDFILE, int (*)(SNDFILE*)>;

}  // namespace

Result<Sound> decodeSound(std::string_view bytes) {
    const auto unreadable = [](const std::string& why) {
        return fail("sound_unreadable", "the sound cannot be read: " + why, "check that the file is whole");
    };
    Memory memory{std::string(bytes)};
    auto io = memoryFunctions();
    SF_INFO info = {};
    const File file(sf_open_virtual(&io, SFM_READ, &info, &memory), sf_close);
    if (!file) return unreadable(sf_strerror(nullptr));
    if (info.channels < 1 || info.frames < 1) return unreadable("it has no samples");
    if (info.frames > kMostSamples / info.channels)
        return fail("sound_too_long", "the sound has " + std::to_string(info.frames) + " samples a channel", "cut it into shorter files");
    Sound sound;
    sound.channels = info.channels;
    sound.rate = info.samplerate;
    sound.format = info.format;
    sound.samples.resize(std::size_t(info.frames) * std::size_t(info.channels));
    const auto read = sf_readf_float(file.get(), sound.samples.data(), info.frames);
    if (read < info.frames && sf_error(file.get()) != SF_ERR_NO_ERROR) return unreadable(sf_strerror(file.get()));
    if (read < 1) return unreadable("it has no samples");
    sound.samples.resize(std::size_t(read) * std::size_t(info.channels));
    return sound;
}

Result<std::string> encodeSound(const Sound& sound) {
    const auto unwritable = [](const std::string& why) { return fail("sound_unwritable", "the sound cannot be encoded: " + why); };
    Memory memory;
    auto io = memoryFunctions();
    SF_INFO info = {};
    info.channels = sound.channels;
    info.samplerate = sound.rate;
    info.format = sound.format;
    File file(sf_open_virtual(&io, SFM_WRITE, &info, &memory), sf_close);
    if (!file) return unwritable(sf_strerror(nullptr));
    sf_command(file.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);
    const auto frames = sf_count_t(sound.frames());
    if (sf_writef_float(file.get(), sound.samples.data(), frames) != frames) return unwritable(sf_strerror(file.get()));
    file.reset();
    return std::move(memory.bytes);
}

std::string extension(const Sound& sound) {
    SF_FORMAT_INFO info = {};
    info.format = sound.format & SF_FORMAT_TYPEMASK;
    if (sf_command(nullptr, SFC_GET_FORMAT_INFO, &info, sizeof info) == 0 && info.extension) return info.extension;
    return "wav";
}

}  // namespace anneal::audio
