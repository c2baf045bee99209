#include "pages/data/step_words.h"

#include <array>

#include <QCoreApplication>

namespace anneal::pages {
namespace {

struct Named {
    const char* key;
    const char* text;
};
struct Step {
    const char* key;
    const char* name;
    const char* reason;
};

constexpr std::array kSteps{
    Step{"repair_encoding", QT_TRANSLATE_NOOP("Steps", "Repair encoding"),
         QT_TRANSLATE_NOOP("Steps", "Text that was read in the wrong encoding is read right again")},
    Step{"strip_control", QT_TRANSLATE_NOOP("Steps", "Strip control characters"),
         QT_TRANSLATE_NOOP("Steps", "Takes out characters that nobody sees")},
    Step{"strip_html", QT_TRANSLATE_NOOP("Steps", "Strip HTML"), QT_TRANSLATE_NOOP("Steps", "Tags go, their text stays")},
    Step{"normalise_unicode", QT_TRANSLATE_NOOP("Steps", "Normalise Unicode"),
         QT_TRANSLATE_NOOP("Steps", "One way to write each character")},
    Step{"normalise_whitespace", QT_TRANSLATE_NOOP("Steps", "Normalise white space"),
         QT_TRANSLATE_NOOP("Steps", "Runs of spaces and empty lines become one")},
    Step{"trim", QT_TRANSLATE_NOOP("Steps", "Trim"), QT_TRANSLATE_NOOP("Steps", "White space at both ends goes")},
    Step{"replace_pattern", QT_TRANSLATE_NOOP("Steps", "Replace pattern"),
         QT_TRANSLATE_NOOP("Steps", "Puts something else where a pattern matches")},
    Step{"filter_pattern", QT_TRANSLATE_NOOP("Steps", "Filter by pattern"),
         QT_TRANSLATE_NOOP("Steps", "Keeps rows that match a pattern, or the others")},
    Step{"extract_pattern", QT_TRANSLATE_NOOP("Steps", "Extract pattern"),
         QT_TRANSLATE_NOOP("Steps", "What a pattern finds becomes a column")},
    Step{"map_values", QT_TRANSLATE_NOOP("Steps", "Map values"), QT_TRANSLATE_NOOP("Steps", "Other names for the values of a column")},
    Step{"repair_values", QT_TRANSLATE_NOOP("Steps", "Repair values"),
         QT_TRANSLATE_NOOP("Steps", "Misspelt values become the frequent one beside them")},
    Step{"drop_empty", QT_TRANSLATE_NOOP("Steps", "Drop empty"), QT_TRANSLATE_NOOP("Steps", "Rows without a value go")},
    Step{"fill_empty", QT_TRANSLATE_NOOP("Steps", "Fill empty"), QT_TRANSLATE_NOOP("Steps", "Puts a value where none is")},
    Step{"filter_language", QT_TRANSLATE_NOOP("Steps", "Keep languages"),
         QT_TRANSLATE_NOOP("Steps", "Rows in other languages go or are marked")},
    Step{"mask_pii", QT_TRANSLATE_NOOP("Steps", "Mask personal data"),
         QT_TRANSLATE_NOOP("Steps", "Names what stood there instead of showing it")},
    Step{"drop_duplicates", QT_TRANSLATE_NOOP("Steps", "Exact duplicates"), QT_TRANSLATE_NOOP("Steps", "Of equal rows one stays")},
    Step{"drop_near_duplicates", QT_TRANSLATE_NOOP("Steps", "Near duplicates"),
         QT_TRANSLATE_NOOP("Steps", "Of rows that are much alike one stays")},
    Step{"outliers", QT_TRANSLATE_NOOP("Steps", "Outliers"), QT_TRANSLATE_NOOP("Steps", "Numbers far from the others")},
    Step{"length_outliers", QT_TRANSLATE_NOOP("Steps", "Length outliers"),
         QT_TRANSLATE_NOOP("Steps", "Texts much longer or shorter than the others")},
    Step{"drop_length", QT_TRANSLATE_NOOP("Steps", "Drop by length"), QT_TRANSLATE_NOOP("Steps", "Too short or too long rows go")},
    Step{"limit_length", QT_TRANSLATE_NOOP("Steps", "Limit length"), QT_TRANSLATE_NOOP("Steps", "Too long texts are cut, split or marked")},
    Step{"merge_labels", QT_TRANSLATE_NOOP("Steps", "Merge labels"),
         QT_TRANSLATE_NOOP("Steps", "Spellings of one label become the frequent one")},
    Step{"drop_refusals", QT_TRANSLATE_NOOP("Steps", "Drop refusals"),
         QT_TRANSLATE_NOOP("Steps", "Rows whose answers decline or are empty go")},
    Step{"filter_conversations", QT_TRANSLATE_NOOP("Steps", "Filter conversations"),
         QT_TRANSLATE_NOOP("Steps", "Rows that a chat template trips over go")},
    Step{"filter_quality", QT_TRANSLATE_NOOP("Steps", "Filter by quality"),
         QT_TRANSLATE_NOOP("Steps", "Texts that break rules of quality go")},
    Step{"suspect_labels", QT_TRANSLATE_NOOP("Steps", "Suspect labels"),
         QT_TRANSLATE_NOOP("Steps", "Finds labels that the texts speak against")},
    Step{"balance_classes", QT_TRANSLATE_NOOP("Steps", "Balance classes"), QT_TRANSLATE_NOOP("Steps", "Brings classes to like sizes")},
};
constexpr std::array kFamilies{
    Named{"text", QT_TRANSLATE_NOOP("StepFamilies", "Text")},
    Named{"missing", QT_TRANSLATE_NOOP("StepFamilies", "Missing values")},
    Named{"duplicates", QT_TRANSLATE_NOOP("StepFamilies", "Duplicates")},
    Named{"outliers", QT_TRANSLATE_NOOP("StepFamilies", "Outliers")},
    Named{"privacy", QT_TRANSLATE_NOOP("StepFamilies", "Privacy")},
    Named{"language", QT_TRANSLATE_NOOP("StepFamilies", "Language")},
    Named{"length", QT_TRANSLATE_NOOP("StepFamilies", "Length")},
    Named{"values", QT_TRANSLATE_NOOP("StepFamilies", "Values")},
    Named{"labels", QT_TRANSLATE_NOOP("StepFamilies", "Labels")},
    Named{"quality", QT_TRANSLATE_NOOP("StepFamilies", "Quality")},
    Named{"rows", QT_TRANSLATE_NOOP("StepFamilies", "Rows")},
};
constexpr std::array kParameters{
    Named{"columns", QT_TRANSLATE_NOOP("StepParameters", "Columns")},
    Named{"column", QT_TRANSLATE_NOOP("StepParameters", "Column")},
    Named{"by", QT_TRANSLATE_NOOP("StepParameters", "Agree by")},
    Named{"method", QT_TRANSLATE_NOOP("StepParameters", "Method")},
    Named{"sigma", QT_TRANSLATE_NOOP("StepParameters", "Sigma")},
    Named{"iqr", QT_TRANSLATE_NOOP("StepParameters", "IQR")},
    Named{"score", QT_TRANSLATE_NOOP("StepParameters", "Score")},
    Named{"action", QT_TRANSLATE_NOOP("StepParameters", "Action")},
    Named{"flag", QT_TRANSLATE_NOOP("StepParameters", "Mark column")},
    Named{"pattern", QT_TRANSLATE_NOOP("StepParameters", "Pattern")},
    Named{"with", QT_TRANSLATE_NOOP("StepParameters", "With")},
    Named{"ignore_case", QT_TRANSLATE_NOOP("StepParameters", "Ignore case")},
    Named{"keep", QT_TRANSLATE_NOOP("StepParameters", "Keep")},
    Named{"into", QT_TRANSLATE_NOOP("StepParameters", "Into column")},
    Named{"group", QT_TRANSLATE_NOOP("StepParameters", "Group")},
    Named{"unit", QT_TRANSLATE_NOOP("StepParameters", "Unit")},
    Named{"similarity", QT_TRANSLATE_NOOP("StepParameters", "Similarity")},
    Named{"dominance", QT_TRANSLATE_NOOP("StepParameters", "Dominance")},
    Named{"max", QT_TRANSLATE_NOOP("StepParameters", "Longest")},
    Named{"min", QT_TRANSLATE_NOOP("StepParameters", "Shortest")},
    Named{"tokenizer", QT_TRANSLATE_NOOP("StepParameters", "Tokenizer")},
    Named{"whole_words", QT_TRANSLATE_NOOP("StepParameters", "Whole words")},
    Named{"form", QT_TRANSLATE_NOOP("StepParameters", "Form")},
    Named{"kinds", QT_TRANSLATE_NOOP("StepParameters", "Kinds")},
    Named{"number", QT_TRANSLATE_NOOP("StepParameters", "Number placeholders by")},
    Named{"min_words", QT_TRANSLATE_NOOP("StepParameters", "Fewest words left")},
    Named{"blank_lines", QT_TRANSLATE_NOOP("StepParameters", "Empty lines kept")},
    Named{"ignore", QT_TRANSLATE_NOOP("StepParameters", "Ignore")},
    Named{"against", QT_TRANSLATE_NOOP("StepParameters", "Compare with")},
    Named{"map", QT_TRANSLATE_NOOP("StepParameters", "Values")},
    Named{"others", QT_TRANSLATE_NOOP("StepParameters", "Other values")},
    Named{"value", QT_TRANSLATE_NOOP("StepParameters", "Value")},
    Named{"blank_is_empty", QT_TRANSLATE_NOOP("StepParameters", "Blank is empty")},
    Named{"links", QT_TRANSLATE_NOOP("StepParameters", "Links")},
    Named{"damaged", QT_TRANSLATE_NOOP("StepParameters", "Damaged rows")},
    Named{"min_confidence", QT_TRANSLATE_NOOP("StepParameters", "Least confidence")},
    Named{"unknown", QT_TRANSLATE_NOOP("StepParameters", "Unknown language")},
    Named{"threshold", QT_TRANSLATE_NOOP("StepParameters", "Alike from")},
    Named{"ngram", QT_TRANSLATE_NOOP("StepParameters", "n-gram")},
    Named{"within", QT_TRANSLATE_NOOP("StepParameters", "Only within")},
    Named{"edits", QT_TRANSLATE_NOOP("StepParameters", "Most edits")},
    Named{"problems", QT_TRANSLATE_NOOP("StepParameters", "Problems")},
    Named{"rules", QT_TRANSLATE_NOOP("StepParameters", "Rules")},
    Named{"from_words", QT_TRANSLATE_NOOP("StepParameters", "Judged from words")},
    Named{"empty", QT_TRANSLATE_NOOP("StepParameters", "Empty ones as well")},
    Named{"label", QT_TRANSLATE_NOOP("StepParameters", "Label column")},
    Named{"min_doubt", QT_TRANSLATE_NOOP("StepParameters", "Least doubt")},
    Named{"folds", QT_TRANSLATE_NOOP("StepParameters", "Folds")},
    Named{"seed", QT_TRANSLATE_NOOP("StepParameters", "Seed")},
    Named{"ratio", QT_TRANSLATE_NOOP("StepParameters", "Largest ratio")},
    Named{"size", QT_TRANSLATE_NOOP("StepParameters", "Rows a class")},
};
constexpr std::array kOptions{
    Named{"both", QT_TRANSLATE_NOOP("StepOptions", "Both")},
    Named{"sigma", QT_TRANSLATE_NOOP("StepOptions", "Sigma")},
    Named{"iqr", QT_TRANSLATE_NOOP("StepOptions", "IQR")},
    Named{"robust", QT_TRANSLATE_NOOP("StepOptions", "Robust")},
    Named{"drop", QT_TRANSLATE_NOOP("StepOptions", "Drop")},
    Named{"keep", QT_TRANSLATE_NOOP("StepOptions", "Keep")},
    Named{"clip", QT_TRANSLATE_NOOP("StepOptions", "Clip")},
    Named{"flag", QT_TRANSLATE_NOOP("StepOptions", "Mark")},
    Named{"truncate", QT_TRANSLATE_NOOP("StepOptions", "Cut")},
    Named{"split", QT_TRANSLATE_NOOP("StepOptions", "Split")},
    Named{"repair", QT_TRANSLATE_NOOP("StepOptions", "Repair")},
    Named{"others", QT_TRANSLATE_NOOP("StepOptions", "Others")},
    Named{"matching", QT_TRANSLATE_NOOP("StepOptions", "Matching")},
    Named{"values", QT_TRANSLATE_NOOP("StepOptions", "Values")},
    Named{"words", QT_TRANSLATE_NOOP("StepOptions", "Words")},
    Named{"characters", QT_TRANSLATE_NOOP("StepOptions", "Characters")},
    Named{"tokens", QT_TRANSLATE_NOOP("StepOptions", "Tokens")},
    Named{"row", QT_TRANSLATE_NOOP("StepOptions", "Row")},
    Named{"dataset", QT_TRANSLATE_NOOP("StepOptions", "Data set")},
    Named{"none", QT_TRANSLATE_NOOP("StepOptions", "None")},
    Named{"first", QT_TRANSLATE_NOOP("StepOptions", "First")},
    Named{"last", QT_TRANSLATE_NOOP("StepOptions", "Last")},
    Named{"longest", QT_TRANSLATE_NOOP("StepOptions", "Longest")},
    Named{"case", QT_TRANSLATE_NOOP("StepOptions", "Case")},
    Named{"space", QT_TRANSLATE_NOOP("StepOptions", "Space")},
    Named{"punctuation", QT_TRANSLATE_NOOP("StepOptions", "Punctuation")},
    Named{"constant", QT_TRANSLATE_NOOP("StepOptions", "Constant")},
    Named{"mean", QT_TRANSLATE_NOOP("StepOptions", "Mean")},
    Named{"median", QT_TRANSLATE_NOOP("StepOptions", "Median")},
    Named{"mode", QT_TRANSLATE_NOOP("StepOptions", "Most frequent")},
    Named{"previous", QT_TRANSLATE_NOOP("StepOptions", "Previous")},
    Named{"text", QT_TRANSLATE_NOOP("StepOptions", "Text")},
    Named{"markdown", QT_TRANSLATE_NOOP("StepOptions", "Markdown")},
    Named{"empty", QT_TRANSLATE_NOOP("StepOptions", "Empty")},
    Named{"secret", QT_TRANSLATE_NOOP("StepOptions", "Secrets")},
    Named{"url", QT_TRANSLATE_NOOP("StepOptions", "Addresses with secrets")},
    Named{"email", QT_TRANSLATE_NOOP("StepOptions", "Email")},
    Named{"iban", QT_TRANSLATE_NOOP("StepOptions", "IBAN")},
    Named{"card", QT_TRANSLATE_NOOP("StepOptions", "Bank cards")},
    Named{"cn_id", QT_TRANSLATE_NOOP("StepOptions", "Chinese ID")},
    Named{"us_ssn", QT_TRANSLATE_NOOP("StepOptions", "US SSN")},
    Named{"ip", QT_TRANSLATE_NOOP("StepOptions", "IP")},
    Named{"phone", QT_TRANSLATE_NOOP("StepOptions", "Phone")},
    Named{"relabel", QT_TRANSLATE_NOOP("StepOptions", "Relabel")},
    Named{"repeat", QT_TRANSLATE_NOOP("StepOptions", "Repeat")},
    Named{"malformed", QT_TRANSLATE_NOOP("StepOptions", "Malformed")},
    Named{"unknown_role", QT_TRANSLATE_NOOP("StepOptions", "Unknown role")},
    Named{"roles_out_of_order", QT_TRANSLATE_NOOP("StepOptions", "Roles out of order")},
    Named{"no_answer", QT_TRANSLATE_NOOP("StepOptions", "No answer")},
    Named{"empty_turn", QT_TRANSLATE_NOOP("StepOptions", "Empty turn")},
};
/// Of filter_quality: which apply is one choice, and each bound a parameter.
constexpr std::array kRules{
    Named{"min_words", QT_TRANSLATE_NOOP("QualityRules", "Fewest words")},
    Named{"max_words", QT_TRANSLATE_NOOP("QualityRules", "Most words")},
    Named{"min_word_length", QT_TRANSLATE_NOOP("QualityRules", "Shortest mean word")},
    Named{"max_word_length", QT_TRANSLATE_NOOP("QualityRules", "Longest mean word")},
    Named{"max_symbols", QT_TRANSLATE_NOOP("QualityRules", "Most symbols a word")},
    Named{"min_alphabetic", QT_TRANSLATE_NOOP("QualityRules", "Fewest words with letters")},
    Named{"min_stop_words", QT_TRANSLATE_NOOP("QualityRules", "Fewest stop words")},
    Named{"max_bullet_lines", QT_TRANSLATE_NOOP("QualityRules", "Most bullet lines")},
    Named{"max_ellipsis_lines", QT_TRANSLATE_NOOP("QualityRules", "Most lines ending in an ellipsis")},
    Named{"min_ended_lines", QT_TRANSLATE_NOOP("QualityRules", "Fewest lines that end a sentence")},
    Named{"max_repeated_lines", QT_TRANSLATE_NOOP("QualityRules", "Most repeated lines")},
    Named{"max_repeated_line_text", QT_TRANSLATE_NOOP("QualityRules", "Most text in repeated lines")},
    Named{"max_top_2gram", QT_TRANSLATE_NOOP("QualityRules", "Most of one pair of words")},
    Named{"max_top_3gram", QT_TRANSLATE_NOOP("QualityRules", "Most of one run of three words")},
    Named{"max_top_4gram", QT_TRANSLATE_NOOP("QualityRules", "Most of one run of four words")},
    Named{"max_repeated_5grams", QT_TRANSLATE_NOOP("QualityRules", "Most repeated runs of five words")},
    Named{"max_braces", QT_TRANSLATE_NOOP("QualityRules", "Most braces")},
    Named{"max_lorem_ipsum", QT_TRANSLATE_NOOP("QualityRules", "Most filler text")},
};

/// "min_words" → "Min words": for what has no words of its own.
QString spelled(const std::string& key) {
    auto text = QString::fromStdString(key).replace(u'_', u' ');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

template <class Names>
QString find(const Names& names, const std::string& key, const char* context) {
    for (const auto& each : names)
        if (key == each.key) return QCoreApplication::translate(context, each.text);
    for (const auto& each : kRules)
        if (key == each.key) return QCoreApplication::translate("QualityRules", each.text);
    return spelled(key);
}

}  // namespace

QString stepText(const std::string& step) {
    for (const auto& each : kSteps)
        if (step == each.key) return QCoreApplication::translate("Steps", each.name);
    return spelled(step);
}

QString stepReason(const data::StepKind& kind) {
    for (const auto& each : kSteps)
        if (kind.name == each.key) return QCoreApplication::translate("Steps", each.reason);
    return QString::fromStdString(kind.summary);
}

QString familyText(const std::string& family) { return find(kFamilies, family, "StepFamilies"); }
QString parameterText(const std::string& parameter) { return find(kParameters, parameter, "StepParameters"); }
QString optionText(const std::string& option) { return find(kOptions, option, "StepOptions"); }

}  // namespace anneal::pages
