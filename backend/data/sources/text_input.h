#pragma once
// A text file as UTF-8 in blocks of whole records: memory-mapped where it is UTF-8 already, else decompressed (gzip, zstd)
// and converted as it is read.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "data/sources/source.h"

namespace anneal::data {

/// Bytes of `text` that make whole records, at most all of it; 0: not one record ends here. `atEnd`: nothing follows.
using Cut = std::function<std::size_t(std::string_view text, bool atEnd)>;

/// After the last line end.
std::size_t cutAtLine(std::string_view text, bool atEnd);

class TextInput {
public:
    /// `detectLegacy`: bytes that are not UTF-8 may mean GB18030 or Latin-1 (tables, plain text) rather than damage (JSON).
    static Result<TextInput> open(const std::filesystem::path& file, const SourceOptions& options, bool detectLegacy);
    TextInput(TextInput&&) noexcept;
    TextInput& operator=(TextInput&&) noexcept;
    ~TextInput();

    /// The first bytes as UTF-8, at most 1 MiB; `whole` if that is the entire text.
    std::string_view sample() const;
    bool sampleIsWhole() const;
    /// {"encoding", "byte_order_mark"?, "compression"?}
    OrderedJson details() const;
    Result<std::optional<Block>> next(const Cut& cut);
    Status rewind();
    double position() const;

private:
    struct State;
    explicit TextInput(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
