#pragma once
// Which encoding a file's first bytes are in, and bytes of that encoding as UTF-8 piece by piece.

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anneal::data {

struct Encoding {
    std::string name;           ///< as ICU knows it: "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252"
    std::size_t markBytes = 0;  ///< length of the byte order mark to skip
};

/// By byte order mark, then by what the bytes can be. Mostly valid UTF-8 is UTF-8 with damage; without `legacy` all is but UTF-16.
Encoding detectEncoding(std::string_view head, bool legacy);

/// Converts to UTF-8; what does not convert becomes U+FFFD.
class Transcoder {
public:
    static Result<Transcoder> create(const std::string& encoding);
    Transcoder(Transcoder&&) noexcept;
    Transcoder& operator=(Transcoder&&) noexcept;
    ~Transcoder();
    /// Appends; `flush` with the last piece.
    void convert(std::string_view bytes, bool flush, std::string& out);

private:
    struct State;
    explicit Transcoder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
