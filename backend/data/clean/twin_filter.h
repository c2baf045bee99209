#pragma once
// Steps that drop rows which repeat another row.

#include <vector>

#include "data/clean/step.h"
#include "data/detect/twins.h"

namespace anneal::data {

/// A row's id as one number that ascends with it.
RowNumber packed(const RowId& id);
RowId unpacked(RowNumber row);

/// Subclasses find the twins in conclude().
class TwinFilter : public Step, public Learner {
public:
    Learner* learner() override { return this; }
    Result<Edit> apply(const Batch& batch) const override;
    Result<Knowledge> knowledge() const override;
    Status recall(const Knowledge& knowledge) override;

protected:
    /// `twins` by row.
    void settle(std::vector<Twin> twins) { twins_ = std::move(twins); }
    /// Why a row goes: "the same as row 12".
    virtual std::string reason(const Twin& twin) const = 0;
    /// "row 12", or "row 12 of test" for a row of the data set compared against.
    static std::string otherRow(const Twin& twin, const std::string& against);

private:
    std::vector<Twin> twins_;
};

}  // namespace anneal::data
