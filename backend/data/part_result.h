#pragma once
// Arrow's results of reading a data set's own files.

#include "data/arrow_result.h"

namespace anneal::data {

/// What `checked` gives, where a file that cannot be read is "dataset_damaged": we wrote it whole.
template <class T>
Result<T> checkedPart(arrow::Result<T>&& result, std::string_view place) {
    auto part = checked(std::move(result), place);
    if (!part && part.error().code == "data_unreadable") return fail("dataset_damaged", part.error().message, "import the data again");
    return part;
}

}  // namespace anneal::data
