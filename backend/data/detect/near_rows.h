#pragma once
// Rows whose texts are nearly the same: candidates by MinHash bands, each verified by its exact Jaccard similarity.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/detect/fold.h"
#include "data/detect/minhash.h"
#include "data/detect/shingles.h"
#include "data/detect/twins.h"

namespace anneal::data {

struct NearOptions {
    double threshold = 0.8;  ///< Jaccard similarity of the shingle sets, 0.2 to 1
    Shingling shingling;
    Folding folding = {true, Folding::Space::collapse, false};
    bool referencesOnly = false;  ///< compare rows with references, never with one another
    bool keepLongest = false;     ///< of similar rows the one with the longest text is kept, else the first
};

/// Rows are taken in order (or from the longest on); one that is at least as similar as the threshold to a row already kept goes.
/// So each twin's other row is kept, and no two kept rows are known to be similar. The outcome depends on the rows alone, not on the
/// number of threads.
/// Texts and band hashes are put aside in files: memory is some 30 bytes a row, and an index of the rows whose bands are shared.
class NearRows {
public:
    /// What is kept of one row.
    struct Sketch {
        std::string text;  ///< folded; empty: nothing to compare
        std::vector<std::uint32_t> bands;
        std::uint32_t shingles = 0;  ///< distinct ones
    };

    static Result<NearRows> create(const NearOptions& options, const std::filesystem::path& scratch);
    NearRows(NearRows&&) noexcept;
    NearRows& operator=(NearRows&&) noexcept;
    ~NearRows();

    /// `texts`: the row's, joined by line ends; rows of different groups are never compared. Any thread.
    Sketch sketch(std::string_view texts, std::string_view group = {}) const;
    /// Rows of a data set compared against, all of which stay. Before the first add.
    Status addReference(const Sketch& sketch, RowNumber row);
    Status add(const Sketch& sketch, RowNumber row);

    struct Found {
        std::vector<Twin> twins;    ///< by row
        std::int64_t verified = 0;  ///< candidate pairs whose similarity was computed
    };
    /// Errors "stopped", "read_failed".
    Result<Found> find(int threads, const base::ProgressFunction& progress, const base::StopToken& stop);

private:
    struct State;
    explicit NearRows(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
