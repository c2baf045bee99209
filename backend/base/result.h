#pragma once
// Expected failures as values. Exceptions are for broken invariants and constructors only.

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace anneal::base {

/// What went wrong, in words for the person who can mend it.
struct Error {
    std::string code;     ///< stable, machine-readable, snake_case: "file_not_found"
    std::string message;  ///< what happened, with the file, row or line
    std::string hint;     ///< what the person can do about it; may be empty

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// `return fail("file_not_found", "x.json does not exist", "check the path");`
inline tl::unexpected<Error> fail(std::string code, std::string message, std::string hint = {}) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(hint)});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

/// The same failure with its place in front: "rows.jsonl: line 3: …".
inline tl::unexpected<Error> failAt(std::string_view place, Error error) {
    error.message = std::string(place) + ": " + error.message;
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace anneal::base

namespace anneal {
using base::Error;
using base::fail;
using base::failAt;
using base::Result;
using base::Status;
}  // namespace anneal

/// `ANNEAL_TRY(text, readFile(path));` declares `text`, or returns the error from the enclosing function.
#define ANNEAL_CONCAT_(a, b) a##b
#define ANNEAL_CONCAT(a, b) ANNEAL_CONCAT_(a, b)
#define ANNEAL_TRY(name, expression)                                                                                   \
    auto ANNEAL_CONCAT(name, _result_) = (expression);                                                                 \
    if (!ANNEAL_CONCAT(name, _result_)) return ::anneal::base::fail(std::move(ANNEAL_CONCAT(name, _result_)).error()); \
    auto& name = *ANNEAL_CONCAT(name, _result_)
/// The same where there is no value to keep.
#define ANNEAL_CHECK(expression) \
    if (auto anneal_status_ = (expression); !anneal_status_) return ::anneal::base::fail(std::move(anneal_status_).error())
