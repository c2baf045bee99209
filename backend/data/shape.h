#pragma once
// What a data set's rows are for training, and which column plays which part.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::data {

enum class Shape { alpaca, sharegpt, messages, preference, kto, promptCompletion, text, classification, tokens, table, images, audio };

std::string_view shapeName(Shape shape);  ///< "prompt_completion"
Result<Shape> parseShape(std::string_view name);

/// Keys and role names of a conversation, in LLaMA-Factory's terms. Every usual spelling of a role is understood besides these.
struct Tags {
    std::string role = "from";
    std::string content = "value";
    std::string user = "human";
    std::string assistant = "gpt";
    std::string observation = "observation";
    std::string function = "function_call";
    std::string system = "system";
    bool operator==(const Tags&) const = default;
};

/// Parts are LLaMA-Factory's column names: prompt, query, response, history, system, messages, tools, chosen, rejected,
/// kto_tag, images, audios; and ours: text, label, tokens, tags.
struct Mapping {
    Shape shape = Shape::table;
    std::map<std::string, std::string> columns;  ///< part → column
    Tags tags;

    /// The column that plays `part`, or nothing.
    std::optional<std::string> column(const std::string& part) const;
    /// Columns without which a row is no sample (what drop_empty looks at).
    std::vector<std::string> required() const;
    /// Columns that the samples are made from: equal in these, two rows are duplicates. Empty: all columns.
    std::vector<std::string> content() const;
    bool operator==(const Mapping&) const = default;
};

OrderedJson toJson(const Tags& tags);
OrderedJson toJson(const Mapping& mapping);
Result<Mapping> mappingFromJson(const OrderedJson& document);

struct ColumnSample {
    std::string name;
    std::string type;          ///< as typeName() says
    std::vector<Json> values;  ///< of the first rows, null where a row has none
};

struct Detection {
    Mapping mapping;
    double confidence = 0;              ///< 0 to 1: how surely names and types say it, times the share of the first rows that fit
    std::vector<std::string> warnings;  ///< what does not fit, the first few
};

/// By the names, the types and the values of the first rows.
Detection detectShape(const std::vector<ColumnSample>& columns);

/// A mapping a person gave, as "prompt=question,response=answer" or {"shape":…,"columns":{…},"tags":{…}}, over a detected one.
/// Errors name the column that is not there and the nearest one.
Result<Mapping> overrideMapping(Mapping mapping, const std::optional<Shape>& shape, const std::map<std::string, std::string>& columns,
                                const std::vector<ColumnSample>& present);

}  // namespace anneal::data
