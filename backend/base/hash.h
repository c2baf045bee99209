#pragma once
// Content hashes, as lower-case hexadecimal SHA-256.

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anneal::base {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    /// Hexadecimal digest of all that was given; the object then starts afresh.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha256(std::string_view bytes);
Result<std::string> sha256File(const std::filesystem::path& file);

/// 128 random bits as a UUID, version 4.
std::string randomUuid();

}  // namespace anneal::base
