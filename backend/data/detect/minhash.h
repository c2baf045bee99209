#pragma once
// MinHash signatures (Broder 1997) and their bands (Leskovec et al., Mining of Massive Datasets, chapter 3): two sets meet in a band
// with probability J^rows, where J is their Jaccard similarity.

#include <cstdint>
#include <vector>

namespace anneal::data {

struct Banding {
    int bands = 0;
    int rows = 0;  ///< hash functions a band

    /// The widest bands with which sets exactly at the threshold are missed in at most 2 of 1,000 cases.
    static Banding forThreshold(double threshold);
};

class MinHash {
public:
    explicit MinHash(Banding banding);
    int bands() const { return banding_.bands; }
    /// One hash a band, of a set that is not empty. Any thread.
    void bandsOf(const std::vector<std::uint64_t>& hashes, std::vector<std::uint32_t>& bands) const;

private:
    Banding banding_;
    std::vector<std::uint32_t> factors_, addends_;  ///< padded to whole vectors
};

}  // namespace anneal::data
