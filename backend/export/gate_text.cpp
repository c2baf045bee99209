#include "export/gate_text.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "export/gate_texts.h"

namespace anneal::exporting {
namespace {

using Encode = std::function<TokenSequence(const std::string& text, bool addSpecial)>;
using Render = std::function<std::optional<std::string>(const Rendering&)>;

std::string list(std::span<const std::int32_t> ids) {
    std::vector<std::string> parts;
    for (const auto id : ids) parts.push_back(std::to_string(id));
    return std::string("[").append(base::join(parts, ", ")).append("]");
}

std::string excerpt(const std::string& text, std::size_t bytes) {
    return std::string("\"").append(base::replaceInvalidUtf8(std::string_view(text).substr(0, bytes))).append("\"");
}

std::vector<std::string> corpus(const Frontend& trained, std::span<const TokenSequence> samples) {
    constexpr std::size_t kSampleTexts = 32;
    std::vector<std::string> texts;
    for (const auto text : gateTexts()) texts.emplace_back(text);
    for (const auto& sample : samples.first(std::min(samples.size(), kSampleTexts)))
        texts.push_back(trained.tokenizer->decode(sample, true));
    return texts;
}

std::string idOrNothing(const TokenSequence& ids, std::size_t index) { return index < ids.size() ? std::to_string(ids[index]) : "absent"; }

void comparePreTokenizer(const Encode& artefact, const Frontend& trained, std::span<const TokenSequence> samples, GateReport& report) {
    const auto texts = corpus(trained, samples);
    for (const auto& text : texts) {
        const auto expected = trained.tokenizer->encode(text, true);
        const auto found = artefact(text, true);
        if (found == expected) continue;
        const auto differ = std::size_t(std::ranges::mismatch(found, expected).in1 - found.begin());
        report.add("text: pre-tokenizer", false,
                   std::string("token ")
                       .append(std::to_string(differ))
                       .append(" of ")
                       .append(excerpt(text, 60))
                       .append(" is ")
                       .append(idOrNothing(found, differ)),
                   idOrNothing(expected, differ));
        return;
    }
    report.add("text: pre-tokenizer", true, std::to_string(texts.size()) + " texts equal", "equal");
}

void compareTemplate(const Render& artefact, const Encode& encode, const Frontend& trained, GateReport& report) {
    const auto mismatch = [&](const std::string& found, const std::string& expected) {
        report.templateEqual = false;
        report.add("text: chat template", false, found, expected);
    };
    if (!trained.chatTemplate) {
        report.add("text: chat template", true, "the model has none", "");
        return;
    }
    for (const auto& rendering : gateConversations()) {
        const auto expected = renderOrRefusal(*trained.chatTemplate, rendering);
        const auto found = artefact(rendering);
        if (!found) return mismatch("missing", "present");
        if (*found != expected) return mismatch(excerpt(*found, 200), excerpt(expected, 200));
        if (encode(expected, false) != trained.tokenizer->encode(expected)) return mismatch("a rendered chat has other ids", "equal");
    }
    report.add("text: chat template", true, std::to_string(gateConversations().size()) + " conversations equal", "equal");
}

}  // namespace

void compareTexts(const LlamaRuntime& artefact, const Frontend& trained, std::span<const TokenSequence> samples, GateReport& report) {
    const Encode encode = [&](const std::string& text, bool addSpecial) { return artefact.tokenize(text, addSpecial, true); };
    comparePreTokenizer(encode, trained, samples, report);

    const auto special = artefact.special();
    const auto expected = trained.tokenizer->special();
    const auto agrees = [](std::optional<std::int32_t> ours, std::optional<std::int32_t> theirs) { return !ours || ours == theirs; };
    const bool specialEqual = agrees(expected.bos, special.bos) && agrees(expected.eos, special.eos) && agrees(expected.pad, special.pad);
    const auto show = [](auto bos, auto eos, auto pad) {
        const auto one = [](std::optional<std::int32_t> id) { return id ? std::to_string(*id) : std::string("none"); };
        return std::string("bos ").append(one(bos)).append(", eos ").append(one(eos)).append(", pad ").append(one(pad));
    };
    report.add("text: special ids", specialEqual, show(special.bos, special.eos, special.pad),
               show(expected.bos, expected.eos, expected.pad));

    // llama.cpp also stops at tokens that it knows by their text (<|endoftext|>); harmless while they are the tokenizer's special ones.
    const auto stops = artefact.stopIds();
    report.stopTokensEqual = std::ranges::includes(stops, trained.stopIds) && std::ranges::all_of(stops, [&](std::int32_t id) {
                                 return std::ranges::binary_search(trained.stopIds, id) || trained.tokenizer->isSpecial(id);
                             });
    report.add("text: stop ids", report.stopTokensEqual, list(stops), list(trained.stopIds) + " and no plain token");

    const auto source = artefact.chatTemplate();
    auto specialTexts = trained.chatTemplate ? trained.chatTemplate->specialTexts() : text::ChatTemplate::SpecialTexts{};
    if (special.bos && specialTexts.contains("bos_token")) specialTexts["bos_token"] = artefact.tokenText(*special.bos);
    if (special.eos && specialTexts.contains("eos_token")) specialTexts["eos_token"] = artefact.tokenText(*special.eos);
    const auto parsed = text::ChatTemplate::parse("gguf", source, specialTexts);
    const Render render = [&](const Rendering& rendering) -> std::optional<std::string> {
        if (source.empty() || !parsed) return std::nullopt;
        return renderOrRefusal(*parsed, rendering);
    };
    compareTemplate(render, encode, trained, report);
}

void compareTexts(const Frontend& artefact, const Frontend& trained, std::span<const TokenSequence> samples, GateReport& report) {
    const Encode encode = [&](const std::string& text, bool addSpecial) { return artefact.tokenizer->encode(text, addSpecial); };
    comparePreTokenizer(encode, trained, samples, report);
    report.stopTokensEqual = artefact.stopIds == trained.stopIds;
    report.add("text: stop ids", report.stopTokensEqual, list(artefact.stopIds), list(trained.stopIds));
    const Render render = [&](const Rendering& rendering) -> std::optional<std::string> {
        if (!artefact.chatTemplate) return std::nullopt;
        return renderOrRefusal(*artefact.chatTemplate, rendering);
    };
    compareTemplate(render, encode, trained, report);
}

}  // namespace anneal::exporting
