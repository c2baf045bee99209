#pragma once
// The file in which a person says which tables belong together:
//
//   tables:
//     customers:
//       data: customers.csv              a data set, an imported id, or a file (beside this one)
//       index: customer_id
//       time_index: joined
//       secondary_time_index: {left: [reason]}
//       types: {zip: category}           over what is detected
//       ignore: [note]
//       interesting: {plan: [basic]}     values of which conditions are made
//     transactions: {data: transactions, index: id, make_index: true, time_index: time}
//     shops: {of: transactions.shop_id, carry: [city]}     one row for each value; `carry` goes there from the transactions
//   relationships:
//     - customers.customer_id <- transactions.customer_id

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "data/features/kind.h"

namespace anneal::data::features {

/// "transactions.customer_id": the table's name has no dot, the column's may.
struct ColumnReference {
    std::string table, column;
};

struct TableEntry {
    std::string name;
    std::string data;    ///< as it is written; empty where `of` says the rows
    ColumnReference of;  ///< empty where there is `data`
    std::vector<std::string> carry;
    std::string index;
    bool makeIndex = false;  ///< number the rows from 0
    std::string timeIndex;
    std::vector<std::pair<std::string, std::vector<std::string>>> secondaryTimes;
    std::vector<std::pair<std::string, Meaning>> types;
    std::vector<std::string> ignore;
    std::vector<std::pair<std::string, std::vector<OrderedJson>>> interesting;
};

struct RelationshipEntry {
    ColumnReference parent, child;
};

struct EntityFile {
    std::filesystem::path folder;  ///< against which `data` is read
    std::vector<TableEntry> tables;
    std::vector<RelationshipEntry> relationships;
    OrderedJson document;  ///< as it was read
};

/// Errors: "file_not_found", "yaml_invalid", "entity_set_invalid" (names the table; an unknown key suggests the nearest).
Result<EntityFile> readEntityFile(const std::filesystem::path& file);
Result<EntityFile> entityFileFromYaml(std::string_view text, const std::filesystem::path& folder);

}  // namespace anneal::data::features
