#pragma once
// The whole way from text to ids and back, put together by a loader.

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "text/tokenizer.h"
#include "text/tokenizer/added_tokens.h"
#include "text/tokenizer/bpe.h"
#include "text/tokenizer/decoder.h"
#include "text/tokenizer/model.h"
#include "text/tokenizer/normalizer.h"
#include "text/tokenizer/post_processor.h"
#include "text/tokenizer/pre_tokenizer.h"
#include "text/tokenizer/vocabulary.h"

namespace anneal::text::tokenizer {

/// What a loader reads from its file.
struct Parts {
    std::shared_ptr<const Vocabulary> vocabulary;
    std::unique_ptr<Model> model;
    Bpe* bpe = nullptr;  ///< `model`, if it is one
    Normalizers normalizers;
    PreTokenizers preTokenizers;
    Frame frame;
    Decoders decoders;
    std::vector<AddedToken> addedTokens;
    SpecialTokens special;
    std::vector<int32_t> unmatchedSpecial;  ///< special ids whose spelling in a text stays text

    void setModel(std::unique_ptr<Bpe> model);
    void setModel(std::unique_ptr<Model> model);
};

class Pipeline {
public:
    explicit Pipeline(Parts parts);
    ~Pipeline();

    std::vector<int32_t> encode(std::string_view text, bool addSpecial, bool plain) const;
    std::string decode(std::span<const int32_t> ids, bool skipSpecial) const;
    int32_t find(std::string_view token) const;
    std::string text(int32_t id) const;
    bool isSpecial(int32_t id) const;
    int32_t size() const { return size_; }
    const SpecialTokens& special() const { return parts_.special; }

private:
    struct Scratch;
    class Lease;
    void encodeSection(std::string_view text, bool first, bool plain, Scratch& scratch, std::vector<int32_t>& ids) const;
    void encodeWords(std::string_view text, bool first, Scratch& scratch, std::vector<int32_t>& ids) const;

    Parts parts_;
    AddedTokens added_;
    int32_t size_ = 0;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<Scratch>> idle_;  ///< guarded by mutex_; one a concurrent call
};

}  // namespace anneal::text::tokenizer
