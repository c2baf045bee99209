#pragma once
// XML read piece by piece (expat), names without their prefixes. Document types are refused: office files have none.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anneal::data {

class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// Empty where the element has no such attribute.
    std::string_view operator[](std::string_view name) const;

private:
    const char** pairs_;
};

struct XmlHandlers {
    std::function<void(std::string_view name, const XmlAttributes& attributes)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

class XmlStream {
public:
    /// `place` is named in errors.
    XmlStream(std::string place, XmlHandlers handlers);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;
    /// Error "data_unreadable" with line and reason.
    Status feed(std::string_view piece, bool last);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
