#include "text/tokenizer/pipeline.h"

#include <algorithm>

#include "base/text.h"
#include "text/tokenizer/unicode.h"
#include "text/tokenizer/word_cache.h"

namespace anneal::text::tokenizer {

void Parts::setModel(std::unique_ptr<Bpe> newModel) {
    bpe = newModel.get();
    model = std::move(newModel);
}

void Parts::setModel(std::unique_ptr<Model> newModel) {
    bpe = nullptr;
    model = std::move(newModel);
}

struct Pipeline::Scratch {
    WordCache cache;
    Pieces pieces;
    std::string normalized;
    std::vector<AddedTokens::Section> sections, innerSections;
};

/// A Scratch of this call's own, given back at its end.
class Pipeline::Lease {
public:
    explicit Lease(const Pipeline& pipeline) : pipeline_(pipeline) {
        {
            const std::lock_guard lock(pipeline.mutex_);
            if (!pipeline.idle_.empty()) {
                scratch_ = std::move(pipeline.idle_.back());
                pipeline.idle_.pop_back();
            }
        }
        if (!scratch_) scratch_ = std::make_unique<Scratch>();
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
        const std::lock_guard lock(pipeline_.mutex_);
        pipeline_.idle_.push_back(std::move(scratch_));
    }
    Scratch& operator*() const { return *scratch_; }

private:
    const Pipeline& pipeline_;
    std::unique_ptr<Scratch> scratch_;
};

Pipeline::Pipeline(Parts parts) : parts_(std::move(parts)), added_(std::move(parts_.addedTokens), parts_.normalizers) {
    auto& steps = parts_.preTokenizers;
    if (parts_.bpe && !steps.empty() && steps.back()->spellsBytes() && parts_.bpe->readBytes())
        steps.pop_back();
    else if (parts_.bpe && parts_.bpe->cutsAtMetaspace())
        steps.push_back(metaspaceCutter());
    size_ = parts_.vocabulary->size();
    for (const auto& token : added_.all()) size_ = std::max(size_, token.id + 1);
}

Pipeline::~Pipeline() = default;

std::vector<int32_t> Pipeline::encode(std::string_view text, bool addSpecial, bool plain) const {
    const Lease lease(*this);
    auto& scratch = *lease;
    std::string repaired;
    if (!isAscii(text) && !base::isValidUtf8(text)) text = repaired = base::replaceInvalidUtf8(text);

    std::vector<int32_t> ids;
    ids.reserve(text.size() / 3 + 8);
    const auto& frame = parts_.frame;
    if (addSpecial) ids.insert(ids.end(), frame.before.begin(), frame.before.end());
    if (added_.none(AddedTokens::Stage::raw)) {
        encodeSection(text, true, plain, scratch, ids);
    } else {
        scratch.sections.clear();
        added_.split(text, AddedTokens::Stage::raw, plain, scratch.sections);
        for (const auto& [begin, end, id] : scratch.sections)
            if (id >= 0)
                ids.push_back(id);
            else
                encodeSection(text.substr(begin, end - begin), begin == 0, plain, scratch, ids);
    }
    if (addSpecial) ids.insert(ids.end(), frame.after.begin(), frame.after.end());
    return ids;
}

void Pipeline::encodeSection(std::string_view text, bool first, bool plain, Scratch& scratch, std::vector<int32_t>& ids) const {
    if (!parts_.normalizers.empty()) {
        scratch.normalized = text;
        normalize(parts_.normalizers, scratch.normalized);
        text = scratch.normalized;
    }
    if (added_.none(AddedTokens::Stage::normalized)) return encodeWords(text, first, scratch, ids);
    scratch.innerSections.clear();
    added_.split(text, AddedTokens::Stage::normalized, plain, scratch.innerSections);
    for (const auto& [begin, end, id] : scratch.innerSections)
        if (id >= 0)
            ids.push_back(id);
        else
            encodeWords(text.substr(begin, end - begin), first && begin == 0, scratch, ids);
}

void Pipeline::encodeWords(std::string_view text, bool first, Scratch& scratch, std::vector<int32_t>& ids) const {
    auto& pieces = scratch.pieces;
    pieces.reset(text, first);
    for (const auto& step : parts_.preTokenizers) step->apply(pieces);
    for (const auto& piece : pieces.list) {
        const auto word = pieces.view(piece);
        if (word.empty()) continue;
        if (word.size() > WordCache::kMaxBytes) {
            parts_.model->encode(word, ids);
            continue;
        }
        auto& line = scratch.cache.line(word);
        if (WordCache::holds(line, word)) {
            ids.insert(ids.end(), line.ids, line.ids + line.count);
            continue;
        }
        const auto from = ids.size();
        parts_.model->encode(word, ids);
        if (ids.size() - from <= WordCache::kMaxIds) WordCache::store(line, word, std::span(ids).subspan(from));
    }
}

std::string Pipeline::decode(std::span<const int32_t> ids, bool skipSpecial) const {
    std::vector<std::string> tokens;
    tokens.reserve(ids.size());
    for (const auto id : ids) {
        if (skipSpecial && isSpecial(id)) continue;
        if (const auto* token = added_.byId(id))
            tokens.push_back(added_.decoderText(*token));
        else if (parts_.vocabulary->contains(id))
            tokens.push_back(parts_.vocabulary->token(id));
    }
    if (tokens.empty()) return {};
    return base::replaceInvalidUtf8(decodeTokens(parts_.decoders, std::move(tokens)));
}

int32_t Pipeline::find(std::string_view token) const {
    const auto* added = added_.byContent(token);
    return added ? added->id : parts_.vocabulary->find(token);
}

std::string Pipeline::text(int32_t id) const {
    const auto* added = added_.byId(id);
    return added ? added->content : parts_.vocabulary->token(id);
}

bool Pipeline::isSpecial(int32_t id) const {
    const auto* token = added_.byId(id);
    return (token && token->special) ||
           std::find(parts_.unmatchedSpecial.begin(), parts_.unmatchedSpecial.end(), id) != parts_.unmatchedSpecial.end();
}

}  // namespace anneal::text::tokenizer
