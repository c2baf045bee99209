#pragma once
// Small runs on the golden models, and what came out of them.

#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "runs/run_reader.h"
#include "support.h"
#include "text/prepared.h"
#include "train/rank.h"

namespace anneal::test {

struct Row {
    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> trained;
};

/// The rows that make_curves.py trained on.
inline std::vector<Row> goldenRows() {
    std::vector<Row> rows;
    const auto document = base::readJson(golden() / "curves/rows.json");
    for (const auto& row : document.value()) rows.push_back({row.at("ids"), row.at("trained")});
    return rows;
}

inline void writeTokens(const std::filesystem::path& folder, const std::vector<Row>& rows) {
    auto writer = text::PreparedTokensWriter::create(folder);
    ASSERT_TRUE(succeeded(writer));
    for (const auto& row : rows) ASSERT_TRUE(succeeded(writer->add(row.ids, row.trained)));
    text::PreparedManifest info;
    info.vocabSize = 96;
    info.cutoffLen = 128;
    ASSERT_TRUE(succeeded(writer->finish(info, /*replace=*/true)));
}

/// Keys of a twenty-step run as make_curves.py made it; `changes` win.
inline OrderedJson curveKeys(const std::string& model, const OrderedJson& changes = OrderedJson::object()) {
    OrderedJson keys{{"model_name_or_path", (golden() / "curves" / model).string()},
                     {"adapter_name_or_path", (golden() / "curves" / model / "adapter").string()},
                     {"finetuning_type", "lora"},
                     {"dataset", "rows"},
                     {"template", "empty"},
                     {"learning_rate", 1e-3},
                     {"per_device_train_batch_size", 2},
                     {"gradient_accumulation_steps", 2},
                     {"num_train_epochs", 1},
                     {"warmup_steps", 2},
                     {"logging_steps", 1},
                     {"shuffle", false},
                     {"compute_dtype", "fp32"},
                     {"device", "cpu"},
                     {"threads", 1}};
    keys.update(changes);
    if (keys["finetuning_type"] != "lora") keys.erase("adapter_name_or_path");
    return keys;
}

inline runs::RunDirectory makeRun(const std::filesystem::path& folder, OrderedJson keys, const std::vector<Row>& rows,
                                  const std::vector<Row>& held = {}) {
    ::setenv("XDG_DATA_HOME", (folder.parent_path() / "data").c_str(), 1);
    keys["output_dir"] = folder.string();
    if (!held.empty()) keys["eval_dataset"] = "held";
    auto spec = runs::RunSpec::fromJson(keys);
    EXPECT_TRUE(succeeded(spec));
    auto directory = runs::RunDirectory::create(*spec);
    EXPECT_TRUE(succeeded(directory));
    writeTokens(directory->trainTokens(), rows);
    if (!held.empty()) writeTokens(directory->evalTokens(), held);
    return *directory;
}

inline std::vector<runs::Metric> metricsOf(const runs::RunDirectory& directory) {
    auto reader = runs::RunReader::open(directory);
    EXPECT_TRUE(succeeded(reader));
    auto metrics = reader->metrics();
    EXPECT_TRUE(succeeded(metrics));
    return *metrics;
}

inline runs::RunStatus statusOf(const runs::RunDirectory& directory) { return runs::RunReader::open(directory).value().status().value(); }

inline std::vector<double> lossesOf(const runs::RunDirectory& directory) {
    std::vector<double> losses;
    for (const auto& row : metricsOf(directory))
        if (row.loss) losses.push_back(*row.loss);
    return losses;
}

inline void expectNear(const std::vector<double>& actual, const std::vector<double>& expected, double relative) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i)
        EXPECT_NEAR(actual[i], expected[i], relative * std::abs(expected[i])) << "step " << i + 1;
}

}  // namespace anneal::test
