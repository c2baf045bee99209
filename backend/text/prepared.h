#pragma once
// The prepared token folder: what training reads. Memory-mapped, hashed, whole or not there.
//   tokens.bin    int32 token ids, all samples one after another
//   trained.bin   uint8 a token: 1 if its prediction counts in the loss (a sample's first token never does)
//   index.bin     uint64 offsets into both, samples + 1 of them
//   manifest.json counts, hashes and what it was made from;  DONE

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"

namespace anneal::text {

struct PreparedManifest {
    int version = 1;
    std::uint64_t samples = 0;
    std::uint64_t tokens = 0;
    std::uint64_t trainedTokens = 0;
    std::uint64_t longest = 0;       ///< tokens of the longest sample
    std::uint64_t truncated = 0;     ///< samples cut to cutoffLen
    std::uint64_t longestWhole = 0;  ///< tokens of the longest sample before it was cut; 0: not known
    std::uint64_t dropped = 0;       ///< samples left out, with nothing to train
    std::int64_t vocabSize = 0;      ///< every id is below it
    std::int64_t cutoffLen = 0;
    std::string templateName;
    std::string datasetHash;
    std::string tokenizerHash;
    std::map<std::string, std::string> sha256;  ///< by file name

    OrderedJson toJson() const;
    static Result<PreparedManifest> parse(const Json& json);
};

/// Reader. Cheap to copy; the maps are shared. Any number of threads may read.
class PreparedTokens {
public:
    /// Checks sizes, offsets and DONE; with `verify` every hash and id too (reads all bytes).
    /// Errors: "tokens_incomplete", "tokens_invalid", "tokens_corrupt".
    static Result<PreparedTokens> open(const std::filesystem::path& folder, bool verify = false);

    std::size_t samples() const { return offsets_.size() - 1; }
    std::size_t length(std::size_t sample) const { return offsets_[sample + 1] - offsets_[sample]; }
    std::span<const std::int32_t> ids(std::size_t sample) const { return ids_.subspan(offsets_[sample], length(sample)); }
    std::span<const std::uint8_t> trained(std::size_t sample) const { return trained_.subspan(offsets_[sample], length(sample)); }
    std::vector<std::int64_t> lengths() const;
    const PreparedManifest& manifest() const { return manifest_; }

private:
    PreparedTokens() = default;
    PreparedManifest manifest_;
    std::shared_ptr<const std::vector<base::MappedFile>> files_;
    std::span<const std::int32_t> ids_;
    std::span<const std::uint8_t> trained_;
    std::span<const std::uint64_t> offsets_;
};

/// Writes beside `target` and appears there whole on finish(); destroyed before that, nothing stays.
class PreparedTokensWriter {
public:
    static Result<PreparedTokensWriter> create(const std::filesystem::path& target);

    /// `ids` and `trained` have equal length, at least 1. trained[0] is written as 0.
    Status add(std::span<const std::int32_t> ids, std::span<const std::uint8_t> trained);
    /// Fills the counts and hashes into `info`, which says the rest, and commits; an existing target is replaced
    /// only if `replace`. Errors: "tokens_empty", "disk_full", "write_failed".
    Result<PreparedManifest> finish(PreparedManifest info, bool replace = false);

private:
    explicit PreparedTokensWriter(base::StagedDirectory staged);
    Status write(int file, const void* bytes, std::size_t size);

    base::StagedDirectory staged_;
    std::vector<std::ofstream> files_;
    std::vector<base::Sha256> hashes_;
    std::uint64_t samples_ = 0;
    std::uint64_t tokens_ = 0;
    std::uint64_t trainedTokens_ = 0;
    std::uint64_t longest_ = 0;
    std::int32_t highestId_ = 0;
};

}  // namespace anneal::text
