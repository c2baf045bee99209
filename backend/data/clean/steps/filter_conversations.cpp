#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/row_filter.h"
#include "data/clean/steps/steps.h"
#include "data/detect/conversation.h"
#include "data/samples.h"

namespace anneal::data {
namespace {

/// Drops rows that a chat template would trip over.
class FilterConversations : public RowFilter {
public:
    explicit FilterConversations(const Settings& settings) : names_(settings.texts("problems")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        mapping_ = mapping;
        return schema;
    }

protected:
    std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const override {
        for (const auto problem : templateProblems(sampleOf(rows, mapping_, row, row)))
            if (std::find(names_.begin(), names_.end(), problemName(problem)) != names_.end()) return std::string(problemName(problem));
        return {};
    }

private:
    std::vector<std::string> names_;
    Mapping mapping_;
};

std::vector<std::string> problemNames() {
    std::vector<std::string> names;
    for (const auto problem : kTemplateProblems) names.emplace_back(problemName(problem));
    return names;
}

}  // namespace

const StepKind& filterConversationsStep() {
    static const StepKind kind = {"filter_conversations",
                                  "quality",
                                  "Drop rows that a chat template would trip over",
                                  {Parameter::choices("problems", problemNames(), "Which problems are reason enough")},
                                  makeStep<FilterConversations>};
    return kind;
}

}  // namespace anneal::data
