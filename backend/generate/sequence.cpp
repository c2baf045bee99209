#include "generate/sequence.h"

#include <algorithm>

namespace anneal::generate {
namespace {

SamplingOptions seeded(SamplingOptions sampling, std::uint64_t seed) {
    sampling.seed = seed;
    return sampling;
}

}  // namespace

Sequence::Sequence(std::span<const std::int32_t> prompt, std::int64_t maxTokens, const GenerateOptions& options, std::uint64_t seed,
                   const std::shared_ptr<const text::Tokenizer>& tokenizer)
    : all_(prompt.begin(), prompt.end()),
      promptTokens_(prompt.size()),
      maxTokens_(maxTokens),
      stopIds_(options.stopIds),
      sampler_(seeded(options.sampling, seed)),
      stopText_(options.stopStrings),
      finished_(maxTokens <= 0) {
    if (tokenizer) decoder_.emplace(tokenizer, true);
}

std::int32_t Sequence::choose(std::span<const float> logits) { return sampler_.next(logits, all_); }

std::string Sequence::take(std::int32_t id) {
    all_.push_back(id);
    const bool stopped = std::ranges::find(stopIds_, id) != stopIds_.end();
    std::string text;
    if (decoder_ && !stopped) text = stopText_.push(decoder_->push(id));
    if (stopped || stopText_.matched())
        end(Finish::stop, text);
    else if (std::int64_t(all_.size() - promptTokens_) >= maxTokens_)
        end(Finish::length, text);
    text_ += text;
    return text;
}

void Sequence::end(Finish finish, std::string& text) {
    if (decoder_) text += stopText_.push(decoder_->finish());
    text += stopText_.finish();
    finish_ = stopText_.matched() ? Finish::stop : finish;
    finished_ = true;
}

std::span<const std::int32_t> Sequence::unread() const { return std::span(all_).subspan(std::size_t(read_)); }

Generated Sequence::result() const { return {{all_.begin() + std::ptrdiff_t(promptTokens_), all_.end()}, text_, finish_}; }

}  // namespace anneal::generate
