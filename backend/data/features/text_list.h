#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anneal::data::features {

/// Texts one behind the other in one piece of memory.
class TextList {
public:
    void append(std::string_view text) {
        bytes_ += text;
        ends_.push_back(bytes_.size());
    }
    std::string_view operator[](std::size_t place) const {
        const auto begin = place == 0 ? 0 : ends_[place - 1];
        return std::string_view(bytes_).substr(begin, ends_[place] - begin);
    }
    std::size_t size() const { return ends_.size(); }

private:
    std::string bytes_;
    std::vector<std::size_t> ends_;
};

}  // namespace anneal::data::features
