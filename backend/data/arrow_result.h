#pragma once
// Arrow's Status and Result as ours.

#include <string>
#include <string_view>
#include <utility>

#include <arrow/result.h>
#include <arrow/status.h>

#include "base/result.h"

namespace anneal::data {

inline Error arrowError(const arrow::Status& status, std::string_view place) {
    const auto& text = status.message();
    const bool full = text.find("No space left") != std::string::npos;
    std::string code = full ? "disk_full" : status.IsOutOfMemory() ? "out_of_memory" : "data_unreadable";
    return {std::move(code), std::string(place) + ": " + text, full ? "free some space" : "check that the file is whole"};
}

inline Status checked(const arrow::Status& status, std::string_view place) {
    if (!status.ok()) return fail(arrowError(status, place));
    return {};
}

template <class T>
Result<T> checked(arrow::Result<T>&& result, std::string_view place) {
    if (!result.ok()) return fail(arrowError(result.status(), place));
    return std::move(result).MoveValueUnsafe();
}

}  // namespace anneal::data
