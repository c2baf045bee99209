#include "text/tokenizer/post_processor.h"

#include "text/tokenizer/json_fields.h"

namespace anneal::text::tokenizer {
namespace {

/// Roberta's and Bert's `"sep": ["[SEP]", 102]`.
Result<int32_t> namedId(const Json& processor, const char* key) {
    const auto& pair = arrayField(processor, key);
    if (pair.size() != 2 || !pair[1].is_number_integer()) return invalid(std::string("the post-processor has no ") + key);
    return pair[1].get<int32_t>();
}

Result<Frame> readTemplate(const Json& processor) {
    Frame frame;
    bool afterSequence = false;
    const auto tokens = processor.value("special_tokens", Json::object());
    for (const auto& item : arrayField(processor, "single")) {
        if (item.contains("Sequence")) {
            if (afterSequence) return fail("tokenizer_unsupported", "the post-processor's template repeats the text");
            afterSequence = true;
            continue;
        }
        const auto name = stringField(item.value("SpecialToken", Json::object()), "id").value_or("");
        const auto token = tokens.find(name);
        if (token == tokens.end())
            return invalid("the post-processor's template names \"" + name + "\", which is not among its special tokens");
        for (const auto& id : arrayField(*token, "ids"))
            if (id.is_number_integer()) (afterSequence ? frame.after : frame.before).push_back(id.get<int32_t>());
    }
    return frame;
}

}  // namespace

void Frame::enclose(const Frame& outer) {
    before.insert(before.begin(), outer.before.begin(), outer.before.end());
    after.insert(after.end(), outer.after.begin(), outer.after.end());
}

Result<Frame> readFrame(const Json& processor) {
    if (processor.is_null()) return Frame();
    const auto type = typeOf(processor);
    if (type == "TemplateProcessing") return readTemplate(processor);
    if (type == "ByteLevel") return Frame();
    if (type == "BertProcessing" || type == "RobertaProcessing") {
        ANNEAL_TRY(cls, namedId(processor, "cls"));
        ANNEAL_TRY(sep, namedId(processor, "sep"));
        return Frame{{cls}, {sep}};
    }
    if (type == "Sequence") {
        Frame frame;
        for (const auto& child : arrayField(processor, "processors")) {
            ANNEAL_TRY(outer, readFrame(child));
            frame.enclose(outer);
        }
        return frame;
    }
    return unsupported("post-processor", type);
}

}  // namespace anneal::text::tokenizer
