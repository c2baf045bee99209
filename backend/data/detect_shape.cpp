#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "data/shape.h"

namespace anneal::data {
namespace {

using Names = std::vector<std::string_view>;

constexpr double kShortestText = 15;  // bytes in the mean, beyond which a column without a name may be text
constexpr std::size_t kMostLabels = 50;
constexpr double kUnnamedConfidence = 0.6;  // names say nothing, values alone do
const Names kPrompt = {"prompt", "question", "query", "instruction", "input", "problem", "user", "source", "q"};
const Names kResponse = {"completion", "response", "answer", "output", "target", "solution", "reply", "assistant", "summary", "a"};
const Names kChosen = {"chosen", "chosen_messages", "chosen_response", "response_j", "preferred", "accepted"};
const Names kRejected = {"rejected", "rejected_messages", "rejected_response", "response_k", "dispreferred"};
const Names kText = {"text",    "content", "raw_content", "sentence",    "document", "body",
                     "article", "review",  "title",       "description", "message"};
const Names kLabel = {"label", "labels", "class", "category", "sentiment", "intent", "label_desc", "topic", "target"};
const Names kTags = {"ner_tags", "tags", "labels", "bio", "bio_tags", "pos_tags"};

class Columns {
public:
    explicit Columns(const std::vector<ColumnSample>& all) : all_(all) {}

    const ColumnSample* find(const Names& names) const {
        for (const auto name : names)
            for (const auto& column : all_)
                if (base::toLower(column.name) == name) return &column;
        return nullptr;
    }
    const std::vector<ColumnSample>& all() const { return all_; }

private:
    const std::vector<ColumnSample>& all_;
};

template <class Test>
double share(const ColumnSample& column, Test&& test) {
    std::size_t fit = 0, seen = 0;
    for (const auto& value : column.values) {
        if (value.is_null()) continue;
        ++seen;
        fit += test(value) ? 1 : 0;
    }
    return seen == 0 ? 0 : double(fit) / double(seen);
}

bool isText(const ColumnSample& column) { return column.type == "string"; }

/// How a list of turns names its role and content: {"role","content"}, {"from","value"}, or pairs {"human":…,"assistant":…}.
struct Turns {
    std::string role, content;
    double confidence = 0;
};

Turns turnsOf(const ColumnSample& column) {
    static constexpr std::array<std::pair<const char*, const char*>, 5> keys = {
        {{"role", "content"}, {"from", "value"}, {"role", "value"}, {"from", "content"}, {"speaker", "text"}}};
    for (const auto& [role, content] : keys) {
        const auto fits = [&, r = role, c = content](const Json& value) {
            if (value.is_object()) return value.contains(r) && value.contains(c);
            if (!value.is_array() || value.empty() || !value[0].is_object()) return false;
            return value[0].contains(r) && (value[0].contains(c) || value[0].contains("tool_calls"));
        };
        if (const auto fit = share(column, fits); fit > 0.5) return {role, content, fit};
    }
    const auto pairs = [](const Json& value) {
        return value.is_array() && !value.empty() && value[0].is_object() && value[0].contains("human") &&
               (value[0].contains("assistant") || value[0].contains("gpt"));
    };
    // A pair's keys are its roles: the tags keep their defaults and are not looked for.
    const Tags defaults;
    return {defaults.role, defaults.content, share(column, pairs) > 0.5 ? share(column, pairs) : 0};
}

void addPart(Mapping& mapping, const Columns& columns, const std::string& part, const Names& names) {
    if (const auto* column = columns.find(names))
        if (std::none_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& one) { return one.second == column->name; }))
            mapping.columns.emplace(part, column->name);
}

void addExtras(Mapping& mapping, const Columns& columns) {
    addPart(mapping, columns, "system", {"system", "system_prompt", "system_message"});
    addPart(mapping, columns, "history", {"history"});
    addPart(mapping, columns, "tools", {"tools", "functions"});
    addPart(mapping, columns, "images", {"images", "image", "image_path"});
    addPart(mapping, columns, "audios", {"audios", "audio", "audio_path"});
}

void setTags(Mapping& mapping, const Turns& turns) {
    if (turns.role == "role") {
        mapping.tags = {"role", "content", "user", "assistant", "tool", "function_call", "system"};
    }
    mapping.tags.role = turns.role;
    mapping.tags.content = turns.content;
}

bool isVerdict(const ColumnSample& column) {
    return share(column,
                 [](const Json& value) { return value.is_boolean() || value == "True" || value == "False" || value == 0 || value == 1; }) >
               0.9 &&
           (column.type == "bool" || base::toLower(column.name) == "kto_tag");
}

bool fewLabels(const ColumnSample& column) {
    std::set<std::string> distinct;
    std::size_t seen = 0;
    for (const auto& value : column.values) {
        if (value.is_structured()) return false;
        if (value.is_null()) continue;
        if (value.is_string() && value.get_ref<const std::string&>().size() > 64) return false;
        distinct.insert(value.dump(-1, ' ', false, Json::error_handler_t::replace));
        ++seen;
    }
    return seen > 0 && (distinct.size() <= 20 || distinct.size() * 2 <= seen);
}

/// Rows with a verdict on their answer are KTO rows.
void addVerdict(Mapping& mapping, const Columns& columns) {
    const auto* label = columns.find({"label", "kto_tag"});
    if (!label || !isVerdict(*label)) return;
    mapping.shape = Shape::kto;
    mapping.columns.emplace("kto_tag", label->name);
}

std::optional<Detection> detectPreference(const Columns& columns) {
    const auto* chosen = columns.find(kChosen);
    const auto* rejected = columns.find(kRejected);
    if (!chosen || !rejected) return {};
    Detection found{{Shape::preference, {{"chosen", chosen->name}, {"rejected", rejected->name}}, {}}, 1};
    for (const auto& column : columns.all()) {
        const auto turns = turnsOf(column);
        if (turns.confidence == 0) continue;
        setTags(found.mapping, turns);
        if (&column != chosen && &column != rejected) found.mapping.columns.emplace("messages", column.name);
    }
    if (!found.mapping.column("messages")) addPart(found.mapping, columns, "prompt", kPrompt);
    addExtras(found.mapping, columns);
    return found;
}

std::optional<Detection> detectTokens(const Columns& columns) {
    const auto lists = [](const ColumnSample& column) { return share(column, [](const Json& value) { return value.is_array(); }) > 0.9; };
    const auto* words = columns.find({"tokens", "words"});
    const auto* tags = columns.find(kTags);
    if (words && tags && lists(*words) && lists(*tags))
        return Detection{{Shape::tokens, {{"tokens", words->name}, {"tags", tags->name}}, {}}, 1};
    const auto* text = columns.find(kText);
    const auto* spans = columns.find({"label", "labels", "entities", "spans"});
    const auto nested = [](const Json& value) { return value.is_structured(); };
    if (text && spans && spans != text && isText(*text) && share(*spans, nested) > 0.9)
        return Detection{{Shape::tokens, {{"text", text->name}, {"tags", spans->name}}, {}}, share(*spans, nested)};
    return {};
}

std::optional<Detection> detectTurns(const Columns& columns) {
    for (const Names& names : {Names{"messages"}, Names{"conversations"}, Names{"conversation"}, Names{"completion"}, Names{}}) {
        for (const auto& column : columns.all()) {
            if (!names.empty() && base::toLower(column.name) != names[0]) continue;
            const auto turns = turnsOf(column);
            if (turns.confidence == 0) continue;
            Detection found{{turns.role == "role" ? Shape::messages : Shape::sharegpt, {{"messages", column.name}}, {}}, turns.confidence};
            setTags(found.mapping, turns);
            addExtras(found.mapping, columns);
            addVerdict(found.mapping, columns);
            return found;
        }
    }
    return {};
}

std::optional<Detection> detectPairs(const Columns& columns) {
    const auto* instruction = columns.find({"instruction"});
    const auto* output = columns.find({"output"});
    if (instruction && output && isText(*instruction) && isText(*output)) {
        Detection found{{Shape::alpaca, {{"prompt", instruction->name}, {"response", output->name}}, {}}, 1};
        addPart(found.mapping, columns, "query", {"input"});
        addExtras(found.mapping, columns);
        addVerdict(found.mapping, columns);
        return found;
    }
    const ColumnSample* prompt = nullptr;
    const ColumnSample* response = nullptr;
    for (const auto name : kPrompt)
        if (const auto* column = columns.find({name}); !prompt && column && isText(*column)) prompt = column;
    for (const auto name : kResponse)
        if (const auto* column = columns.find({name}); !response && column && column != prompt && isText(*column)) response = column;
    if (!prompt || !response) return {};
    Detection found{{Shape::promptCompletion, {{"prompt", prompt->name}, {"response", response->name}}, {}}, 1};
    addExtras(found.mapping, columns);
    addVerdict(found.mapping, columns);
    return found;
}

std::optional<Detection> detectClassification(const Columns& columns) {
    const auto* text = columns.find(kText);
    const auto* label = columns.find(kLabel);
    if (!text || !label || text == label || !isText(*text) || !fewLabels(*label)) return {};
    Detection found{{Shape::classification, {{"text", text->name}, {"label", label->name}}, {}}, 1};
    return found;
}

std::optional<Detection> detectMedia(const Columns& columns) {
    const auto* image = columns.find({"image", "images", "image_path"});
    const auto* audio = columns.find({"audio", "audios", "audio_path"});
    if (!image && !audio) return {};
    Detection found{{image ? Shape::images : Shape::audio, {{image ? "images" : "audios", image ? image->name : audio->name}}, {}}, 1};
    addPart(found.mapping, columns, "text", {"caption", "text", "transcript", "sentence", "caption_en"});
    addPart(found.mapping, columns, "label", kLabel);
    return found;
}

std::optional<Detection> detectText(const Columns& columns) {
    const ColumnSample* text = nullptr;
    std::size_t texts = 0;
    for (const auto& column : columns.all()) {
        if (!isText(column)) continue;
        ++texts;
        if (!text) text = &column;
    }
    const auto* named = columns.find(Names{"text", "content", "raw_content", "document"});
    if (named && isText(*named)) return Detection{{Shape::text, {{"text", named->name}}, {}}, 1};
    if (columns.all().size() == 1 && texts == 1) return Detection{{Shape::text, {{"text", text->name}}, {}}, 1};
    return {};
}

/// A file without a header: the column of few labels and the one of long texts.
std::optional<Detection> detectUnnamed(const Columns& columns) {
    const ColumnSample* text = nullptr;
    const ColumnSample* label = nullptr;
    double longest = kShortestText;
    std::size_t fewest = kMostLabels + 1;
    for (const auto& column : columns.all()) {
        if (!column.name.starts_with("column_")) return {};
        std::set<std::string> distinct;
        std::size_t seen = 0, bytes = 0;
        for (const auto& value : column.values) {
            if (value.is_null()) continue;
            ++seen;
            if (value.is_string()) bytes += value.get_ref<const std::string&>().size();
            distinct.insert(value.dump(-1, ' ', false, Json::error_handler_t::replace));
        }
        if (seen == 0 || seen * 10 < column.values.size() * 9) continue;
        const auto mean = double(bytes) / double(seen);
        if (isText(column) && mean > longest && distinct.size() * 2 > seen) {
            longest = mean;
            text = &column;
        }
        if (column.type == "int64" && distinct.size() >= 2 && distinct.size() < fewest && distinct.size() * 2 <= seen) {
            fewest = distinct.size();
            label = &column;
        }
    }
    if (!text || !label) return {};
    return Detection{{Shape::classification, {{"text", text->name}, {"label", label->name}}, {}}, kUnnamedConfidence, {}};
}

}  // namespace

Detection detectShape(const std::vector<ColumnSample>& all) {
    const Columns columns(all);
    for (const auto detect :
         {detectPreference, detectTokens, detectTurns, detectPairs, detectClassification, detectMedia, detectUnnamed, detectText})
        if (auto found = detect(columns)) return *found;
    return {{Shape::table, {}, {}}, 1};
}

Result<Mapping> overrideMapping(Mapping mapping, const std::optional<Shape>& shape, const std::map<std::string, std::string>& columns,
                                const std::vector<ColumnSample>& present) {
    if (shape && *shape != mapping.shape) {
        mapping.shape = *shape;
        if (!columns.empty()) mapping.columns.clear();
    }
    std::vector<std::string> names;
    for (const auto& column : present) names.push_back(column.name);
    for (const auto& [part, name] : columns) {
        const auto found =
            std::find_if(present.begin(), present.end(), [&, wanted = name](const auto& column) { return column.name == wanted; });
        if (found == present.end()) {
            const auto near = base::nearest(name, names);
            return fail("column_unknown", "there is no column \"" + name + "\" for " + part,
                        near ? "did you mean \"" + *near + "\"?" : "the columns are " + base::join(names, ", "));
        }
        mapping.columns[part] = name;
        if (part == "messages" || part == "chosen")
            if (const auto turns = turnsOf(*found); turns.confidence > 0) setTags(mapping, turns);
    }
    return mapping;
}

}  // namespace anneal::data
