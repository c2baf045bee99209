#pragma once
// PostgreSQL's text of an array, {a,"b,c",NULL,{d}}, as JSON.

#include <string>
#include <string_view>

namespace anneal::data {

enum class ArrayElement { none, text, number, boolean, json };

/// `literal` is as the server writes it. NaN and infinities of numbers become null.
std::string arrayAsJson(std::string_view literal, ArrayElement element);

}  // namespace anneal::data
