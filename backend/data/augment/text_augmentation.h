#pragma once
// Steps that make further rows of a row with its text varied: behind each row its copies, which tell what they were made from.

#include <cstdint>
#include <string>
#include <vector>

#include "data/augment/random.h"
#include "data/augment/text_target.h"
#include "data/augment/training_rows.h"

namespace anneal::data {

/// Wei and Zou, "EDA: Easy Data Augmentation Techniques", 2019; Karimi and others, "AEDA", 2021.
class TextAugmentation : public Step {
public:
    TextAugmentation(std::string name, const Settings& settings);
    /// Errors "column_unknown", "column_type", "column_exists".
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) final;
    /// Rows that an augmentation made are left as they are, as are rows of other parts than training. A copy that equals its row or an
    /// earlier copy is drawn again, a few times. Error "part_unknown": the column of parts says none for a row.
    Result<Edit> apply(const Batch& batch) const final;

protected:
    /// There is at least one word. Any thread.
    virtual void vary(WordSequence& words, Random& random) const = 0;
    /// How many words are to be changed: alpha of them, at least one.
    std::size_t share(const WordSequence& words) const;
    double alpha() const { return alpha_; }

private:
    std::vector<Cells> copiesOf(const Batch& batch, std::int64_t row) const;
    std::string name_;
    std::vector<std::string> columnNames_;
    std::string partName_;
    std::int64_t copies_;
    double alpha_;
    std::uint64_t seed_, key_ = 0;
    std::vector<TextTarget> targets_;
    TrainingRows training_;
};

/// The step as the registry knows it. `meaning` of alpha, the share of a text's words.
StepKind augmentationKind(std::string name, std::string summary, double alpha, std::string meaning,
                          std::function<Result<std::unique_ptr<Step>>(const Settings&)> make);

}  // namespace anneal::data
