#pragma once
// A regular expression (PCRE2 with JIT) that gives up on a text rather than take forever.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace anneal::data {

class Regex {
public:
    /// Unicode throughout. Error "pattern_invalid" with the place of the mistake.
    static Result<Regex> compile(const std::string& pattern, bool ignoreCase);
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    enum class Outcome { none, match, gaveUp };
    /// begin and end of each group, the whole match first; a group that took no part has begin > end.
    using Groups = std::vector<std::pair<std::size_t, std::size_t>>;

    /// The first match from `from` on. The limit counts steps, not seconds, so that it is the same on every machine. Any thread.
    Outcome find(std::string_view text, std::size_t from, Groups& groups) const;
    int groupCount() const;
    /// Writes the text with every match replaced to `out`; $1 and ${name} in `with` stand for groups.
    Outcome replace(std::string_view text, const std::string& with, std::string& out) const;
    /// Error "pattern_invalid" for a replacement that names a group that is not there.
    Status checkReplacement(const std::string& with) const;

private:
    struct Code;
    explicit Regex(std::unique_ptr<Code> code);
    std::unique_ptr<Code> code_;
};

}  // namespace anneal::data
