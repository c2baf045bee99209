#pragma once
// A password on its way to a database: never printed, wiped when it goes.

#include <string>
#include <string_view>
#include <utility>

#include <string.h>

namespace anneal::data {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value) : value_(std::move(value)) {}
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : value_(std::exchange(other.value_, {})) { other.wipe(); }
    Secret& operator=(Secret&& other) noexcept {
        wipe();
        value_ = std::exchange(other.value_, {});
        other.wipe();
        return *this;
    }
    ~Secret() { wipe(); }

    bool empty() const { return value_.empty(); }
    const std::string& reveal() const { return value_; }
    /// `text` without the secret, for messages that a library wrote.
    std::string scrub(std::string text) const {
        if (value_.empty()) return text;
        for (auto at = text.find(value_); at != std::string::npos; at = text.find(value_, at + 3)) text.replace(at, value_.size(), "***");
        return text;
    }

private:
    void wipe() {
        ::explicit_bzero(value_.data(), value_.size());
        value_.clear();
    }
    std::string value_;
};

}  // namespace anneal::data
