#include "text/tokenizer/vocabulary.h"

#include <algorithm>

#include "text/tokenizer/json_fields.h"

namespace anneal::text::tokenizer {
namespace {
constexpr int64_t kMaxId = 16'000'000;
}

Vocabulary::Vocabulary(std::vector<std::string> tokens) : tokens_(std::move(tokens)), present_(tokens_.size(), true) { index(); }

Result<Vocabulary> Vocabulary::fromJson(const Json& vocab) {
    if (!vocab.is_object()) return invalid("the model has no vocabulary");
    Vocabulary vocabulary;
    int64_t highest = -1;
    for (const auto& [token, id] : vocab.items()) {
        if (!id.is_number_integer() || id.get<int64_t>() < 0 || id.get<int64_t>() > kMaxId)
            return invalid("the token \"" + token + "\" has the id " + base::dumpJson(id));
        highest = std::max(highest, id.get<int64_t>());
    }
    vocabulary.tokens_.resize(std::size_t(highest + 1));
    vocabulary.present_.resize(std::size_t(highest + 1));
    for (const auto& [token, id] : vocab.items()) {
        const auto at = id.get<std::size_t>();
        if (vocabulary.present_[at])
            return invalid("the tokens \"" + vocabulary.tokens_[at] + "\" and \"" + token + "\" share the id " + std::to_string(at));
        vocabulary.tokens_[at] = token;
        vocabulary.present_[at] = true;
    }
    vocabulary.index();
    return vocabulary;
}

void Vocabulary::index() {
    ids_.reserve(tokens_.size());
    for (std::size_t id = 0; id < tokens_.size(); ++id)
        if (present_[id]) ids_.try_emplace(tokens_[id], int32_t(id));
}

const std::string& Vocabulary::token(int32_t id) const {
    static const std::string none;
    return contains(id) ? tokens_[std::size_t(id)] : none;
}

}  // namespace anneal::text::tokenizer
