#pragma once
// Ids of words met before: one 64-byte line a word, later words overwrite earlier ones.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace anneal::text::tokenizer {

class WordCache {
public:
    static constexpr std::size_t kMaxBytes = 22;
    static constexpr std::size_t kMaxIds = 10;

    struct alignas(64) Line {
        uint8_t size, count;  ///< bytes and ids; size 0: free
        char word[kMaxBytes];
        int32_t ids[kMaxIds];
    };
    static_assert(sizeof(Line) == 64);

    /// The line for `word` (1 to kMaxBytes bytes), holding it or another.
    Line& line(std::string_view word) { return lines_[slot(word)]; }

    static bool holds(const Line& line, std::string_view word) {
        return line.size == word.size() && std::memcmp(line.word, word.data(), word.size()) == 0;
    }
    static void store(Line& line, std::string_view word, std::span<const int32_t> ids) {
        line.size = uint8_t(word.size());
        line.count = uint8_t(ids.size());
        std::memcpy(line.word, word.data(), word.size());
        std::memcpy(line.ids, ids.data(), ids.size_bytes());
    }

private:
    static constexpr int kBits = 17;

    static std::size_t slot(std::string_view word) {
        uint64_t a = 0, b = 0;
        const auto size = word.size();
        if (size >= 8) {
            std::memcpy(&a, word.data(), 8);
            std::memcpy(&b, word.data() + size - 8, 8);
            if (size > 16) {
                uint64_t c;
                std::memcpy(&c, word.data() + 8, 8);
                a ^= c * 0xC2B2AE3D27D4EB4Full;
            }
        } else if (size >= 4) {
            uint32_t low, high;
            std::memcpy(&low, word.data(), 4);
            std::memcpy(&high, word.data() + size - 4, 4);
            a = low;
            b = high;
        } else {
            a = uint64_t(uint8_t(word[0])) | uint64_t(uint8_t(word[size / 2])) << 8 | uint64_t(uint8_t(word[size - 1])) << 16;
        }
        const auto mixed = (a ^ (b * 0x9E3779B97F4A7C15ull) ^ size) * 0xD6E8FEB86659FD93ull;
        return std::size_t((mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15ull >> (64 - kBits));
    }

    // calloc leaves pages untouched until a word lands there.
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    static void* allocate() {
        void* memory = std::calloc((std::size_t(1) << kBits) + 1, sizeof(Line));
        if (!memory) throw std::bad_alloc();
        return memory;
    }
    static Line* aligned(void* memory) {
        const auto address = reinterpret_cast<std::uintptr_t>(memory);
        return reinterpret_cast<Line*>((address + alignof(Line) - 1) / alignof(Line) * alignof(Line));
    }

    std::unique_ptr<void, Free> memory_{allocate()};
    Line* lines_ = aligned(memory_.get());
};

}  // namespace anneal::text::tokenizer
