#include "text/prepared.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/text.h"

namespace anneal::text {
namespace {

constexpr std::array kFiles = {"tokens.bin", "trained.bin", "index.bin"};
enum File : int { kTokens, kTrained, kIndex };
constexpr std::string_view kAgain = "prepare the data again: remove the folder and repeat the run";

auto invalid(const std::filesystem::path& folder, const std::string& what) {
    return fail("tokens_invalid", folder.string() + ": " + what, std::string(kAgain));
}

template <class T>
std::span<const T> as(const base::MappedFile& file) {
    return {reinterpret_cast<const T*>(file.bytes().data()), file.bytes().size() / sizeof(T)};
}

}  // namespace

OrderedJson PreparedManifest::toJson() const {
    return {{"version", version},
            {"samples", samples},
            {"tokens", tokens},
            {"trained_tokens", trainedTokens},
            {"longest", longest},
            {"truncated", truncated},
            {"longest_whole", longestWhole},
            {"dropped", dropped},
            {"vocab_size", vocabSize},
            {"cutoff_len", cutoffLen},
            {"template", templateName},
            {"dataset_hash", datasetHash},
            {"tokenizer_hash", tokenizerHash},
            {"sha256", sha256}};
}

Result<PreparedManifest> PreparedManifest::parse(const Json& json) {
    PreparedManifest manifest;
    try {
        json.at("version").get_to(manifest.version);
        json.at("samples").get_to(manifest.samples);
        json.at("tokens").get_to(manifest.tokens);
        json.at("trained_tokens").get_to(manifest.trainedTokens);
        json.at("longest").get_to(manifest.longest);
        json.at("truncated").get_to(manifest.truncated);
        manifest.longestWhole = json.value("longest_whole", std::uint64_t{0});
        json.at("dropped").get_to(manifest.dropped);
        json.at("vocab_size").get_to(manifest.vocabSize);
        json.at("cutoff_len").get_to(manifest.cutoffLen);
        json.at("template").get_to(manifest.templateName);
        json.at("dataset_hash").get_to(manifest.datasetHash);
        json.at("tokenizer_hash").get_to(manifest.tokenizerHash);
        json.at("sha256").get_to(manifest.sha256);
    } catch (const Json::exception& error) {
        return fail("tokens_invalid", std::string("manifest.json: ") + error.what(), std::string(kAgain));
    }
    if (manifest.version != 1)
        return fail("tokens_invalid", "manifest.json has version " + std::to_string(manifest.version) + ", and this program reads 1",
                    "use the version of Anneal Studio that wrote it, or prepare the data again");
    return manifest;
}

Result<PreparedTokens> PreparedTokens::open(const std::filesystem::path& folder, bool verify) {
    if (!base::isComplete(folder))
        return fail("tokens_incomplete", folder.string() + " is not a finished token folder (no DONE)", std::string(kAgain));
    ANNEAL_TRY(json, base::readJson(folder / "manifest.json"));
    ANNEAL_TRY(manifest, PreparedManifest::parse(json));
    auto files = std::make_shared<std::vector<base::MappedFile>>();
    for (const auto* name : kFiles) {
        ANNEAL_TRY(file, base::MappedFile::open(folder / name));
        files->push_back(std::move(file));
    }
    const std::array<std::uint64_t, 3> expected = {manifest.tokens * sizeof(std::int32_t), manifest.tokens,
                                                   (manifest.samples + 1) * sizeof(std::uint64_t)};
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        const auto size = (*files)[i].bytes().size();
        if (size != expected[i])
            return invalid(folder, std::string(kFiles[i]) + " has " + std::to_string(size) + " bytes where the manifest says " +
                                       std::to_string(expected[i]));
    }
    PreparedTokens prepared;
    prepared.ids_ = as<std::int32_t>((*files)[kTokens]);
    prepared.trained_ = as<std::uint8_t>((*files)[kTrained]);
    prepared.offsets_ = as<std::uint64_t>((*files)[kIndex]);
    if (prepared.offsets_.front() != 0 || prepared.offsets_.back() != manifest.tokens ||
        std::ranges::adjacent_find(prepared.offsets_, std::ranges::greater_equal()) != prepared.offsets_.end())
        return invalid(folder, "the offsets in index.bin do not rise from 0 to the number of tokens");
    if (verify) {
        for (const auto* name : kFiles) {
            ANNEAL_TRY(hash, base::sha256File(folder / name));
            if (const auto stored = manifest.sha256.find(name); stored == manifest.sha256.end() || stored->second != hash)
                return fail("tokens_corrupt", (folder / name).string() + " is not what was written: its hash differs", std::string(kAgain));
        }
        const auto outside = [&](std::int32_t id) { return id < 0 || id >= manifest.vocabSize; };
        if (std::ranges::any_of(prepared.ids_, outside)) return invalid(folder, "a token id is outside the vocabulary");
    }
    prepared.manifest_ = std::move(manifest);
    prepared.files_ = std::move(files);
    return prepared;
}

std::vector<std::int64_t> PreparedTokens::lengths() const {
    std::vector<std::int64_t> all(samples());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::int64_t(length(i));
    return all;
}

PreparedTokensWriter::PreparedTokensWriter(base::StagedDirectory staged) : staged_(std::move(staged)), hashes_(kFiles.size()) {}

Result<PreparedTokensWriter> PreparedTokensWriter::create(const std::filesystem::path& target) {
    ANNEAL_TRY(staged, base::StagedDirectory::create(target));
    PreparedTokensWriter writer(std::move(staged));
    for (const auto* name : kFiles) {
        const auto file = writer.staged_.path() / name;
        errno = 0;
        if (!writer.files_.emplace_back(file, std::ios::binary)) return fail(base::errnoError("write_failed", "could not create", file));
    }
    const std::uint64_t first = 0;
    ANNEAL_CHECK(writer.write(kIndex, &first, sizeof first));
    return writer;
}

Status PreparedTokensWriter::write(int file, const void* bytes, std::size_t size) {
    const auto* text = static_cast<const char*>(bytes);
    errno = 0;
    if (!files_[std::size_t(file)].write(text, std::streamsize(size)))
        return fail(base::errnoError("write_failed", "could not write", staged_.path() / kFiles[std::size_t(file)]));
    hashes_[std::size_t(file)].update({text, size});
    return {};
}

Status PreparedTokensWriter::add(std::span<const std::int32_t> ids, std::span<const std::uint8_t> trained) {
    if (ids.empty() || ids.size() != trained.size())
        return fail("tokens_invalid",
                    "a sample has " + std::to_string(ids.size()) + " ids and " + std::to_string(trained.size()) + " marks");
    // Nothing precedes a sample's first token, so nothing predicts it.
    std::vector<std::uint8_t> marks(trained.begin(), trained.end());
    marks.front() = 0;
    ANNEAL_CHECK(write(kTokens, ids.data(), ids.size_bytes()));
    ANNEAL_CHECK(write(kTrained, marks.data(), marks.size()));
    tokens_ += ids.size();
    ANNEAL_CHECK(write(kIndex, &tokens_, sizeof tokens_));
    trainedTokens_ += std::uint64_t(std::ranges::count(marks, 1));
    samples_ += 1;
    longest_ = std::max<std::uint64_t>(longest_, ids.size());
    highestId_ = std::max(highestId_, std::ranges::max(ids));
    return {};
}

Result<PreparedManifest> PreparedTokensWriter::finish(PreparedManifest info, bool replace) {
    if (samples_ == 0) return fail("tokens_empty", "no sample is left to train on", "check the data set, its shape and cutoff_len");
    if (highestId_ >= info.vocabSize)
        return fail("tokens_invalid",
                    "token id " + std::to_string(highestId_) + " is outside the model's vocabulary of " + std::to_string(info.vocabSize),
                    "use the tokenizer that belongs to the model");
    info.samples = samples_;
    info.tokens = tokens_;
    info.trainedTokens = trainedTokens_;
    info.longest = longest_;
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
        errno = 0;
        files_[i].close();
        if (!files_[i]) return fail(base::errnoError("write_failed", "could not write", staged_.path() / kFiles[i]));
        info.sha256[kFiles[i]] = hashes_[i].finish();
    }
    ANNEAL_CHECK(base::writeFileAtomically(staged_.path() / "manifest.json", base::dumpJson(info.toJson(), 2) + "\n"));
    ANNEAL_CHECK(staged_.commit(replace));
    return info;
}

}  // namespace anneal::text
