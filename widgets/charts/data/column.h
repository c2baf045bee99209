#pragma once
// A column of numbers that only grows: appending never moves or copies what is there.

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace anneal::charts {

/// Appending, cutting and copying are for one thread. A copy shares the past and keeps its own length, so another thread may
/// read the copy while this column goes on growing; a copy must not grow itself.
template <class T>
class Column {
public:
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const T& operator[](std::size_t i) const { return blocks_[i / kBlock][i % kBlock]; }
    const T& back() const { return (*this)[size_ - 1]; }

    void append(T value) {
        if (size_ == blocks_.size() * kBlock) blocks_.push_back(std::make_shared_for_overwrite<T[]>(kBlock));
        blocks_[size_ / kBlock][size_ % kBlock] = value;
        ++size_;
    }

    /// Keeps the first `size` values.
    void cut(std::size_t size) {
        size_ = std::min(size, size_);
        blocks_.resize((size_ + kBlock - 1) / kBlock);
        if (size_ % kBlock == 0) return;
        // What follows is written anew, and a copy may still show what stood there.
        auto block = std::make_shared_for_overwrite<T[]>(kBlock);
        std::copy_n(blocks_.back().get(), size_ % kBlock, block.get());
        blocks_.back() = std::move(block);
    }

    /// The first place in [first, last) whose value is at least `value`, else last. The values there must not decrease. Looks
    /// around `guess` first, which lies there too unless the stretch is empty.
    std::size_t lowerBound(double value, std::size_t first, std::size_t last, std::size_t guess) const {
        const auto isBelow = [&](std::size_t i) { return double((*this)[i]) < value; };
        if (first == last) return last;
        if (isBelow(guess)) {
            first = guess + 1;
            for (std::size_t reach = 1; reach < last - first; reach *= 2) {
                if (!isBelow(first + reach)) {
                    last = first + reach;
                    break;
                }
                first += reach + 1;
            }
        } else {
            last = guess;
            for (std::size_t reach = 1; reach < last - first; reach *= 2) {
                if (isBelow(last - reach)) {
                    first = last - reach + 1;
                    break;
                }
                last -= reach;
            }
        }
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            if (isBelow(middle))
                first = middle + 1;
            else
                last = middle;
        }
        return first;
    }

private:
    static constexpr std::size_t kBlock = 2048;

    std::vector<std::shared_ptr<T[]>> blocks_;
    std::size_t size_ = 0;
};

}  // namespace anneal::charts
