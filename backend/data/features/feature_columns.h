#pragma once
// Features' values as a data set's columns, and as words for a text column.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"
#include "data/features/feature.h"
#include "data/features/tables.h"

namespace anneal::data::features {

/// One column of the result.
struct FeatureColumn {
    FeaturePtr feature;
    int output = 0;
    std::string name;   ///< "N_MOST_COMMON(items.kind)[1]"
    std::string words;  ///< "most frequent kind of items (2)"
};
std::vector<FeatureColumn> columnsOf(const std::vector<FeaturePtr>& features);

/// bool, int64, float64, or string.
std::shared_ptr<arrow::Field> fieldOf(const FeatureColumn& column, const Tables& tables);
Result<std::shared_ptr<arrow::Array>> arrayOf(const FeatureColumn& column, std::span<const double> values, const Tables& tables);

/// A text for each row by a template: {features} is all that have a value, as "mean amount of orders: 3.2; number of orders: 5";
/// {NAME} is one of them, {{ and }} are braces.
class FeatureText {
public:
    /// Error "template_invalid" suggests the nearest name.
    static Result<FeatureText> parse(const std::string& text, const std::vector<FeatureColumn>& columns);
    /// `values`: a column.
    std::string write(const std::vector<std::span<const double>>& values, std::size_t row, const std::vector<FeatureColumn>& columns,
                      const Tables& tables) const;

private:
    struct Piece {
        std::string text;  ///< as it is, where `column` is kPlain
        int column = 0;
    };
    std::vector<Piece> pieces_;
};

}  // namespace anneal::data::features
