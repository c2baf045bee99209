#include <cstdlib>

#include "base/files.h"
#include "data/features_golden.h"

using namespace anneal;
using test::GoldenFeaturesTest;

namespace {

/// What a program prints on its standard output.
std::string output(const std::string& command, const std::filesystem::path& file) {
    if (std::system((command + " > " + file.string()).c_str()) != 0) return {};
    return base::readFile(file).value_or("");
}

constexpr const char* kUsual = R"("agg": ["count","max","mean","min","mode","num_unique","percent_true","skew","std","sum"],
    "trans": ["day","month","weekday","year"])";

}  // namespace

TEST_F(GoldenFeaturesTest, are_featuretools_on_generated_tables) {
    const auto folder = test::golden() / "features";
    const auto cases = OrderedJson::parse(base::readFile(folder / "cases.json").value());
    ASSERT_GE(cases.size(), 14U);
    for (const auto& one : cases) expectAlike(folder / one["set"].get<std::string>(), one);
}

/// Customers, orders and the days of a shop that sold CDs: as they are, Featuretools and we read the same files.
class RetailFeaturesTest : public GoldenFeaturesTest {
protected:
    void compare(const std::string& entitySet, const std::string& cases) {
        const auto* python = std::getenv("ANNEAL_FEATURETOOLS_PYTHON");
        if (!python) GTEST_SKIP() << "ANNEAL_FEATURETOOLS_PYTHON names no Python with Featuretools";
        test::write(folder / "set.yaml", entitySet);
        test::write(folder / "cases.json", cases);
        const auto printed = output(std::string(python) + " " + (test::golden() / "make_features.py").string() + " " +
                                        (folder / "set.yaml").string() + " " + (folder / "cases.json").string(),
                                    folder / "theirs.json");
        ASSERT_FALSE(printed.empty());
        for (const auto& one : OrderedJson::parse(printed)) expectAlike(folder / "set.yaml", one);
    }
};

TEST_F(RetailFeaturesTest, of_cdnow_are_featuretools) {
    const auto source = test::sharedData() / "tabular/cdnow_sample.txt";
    if (!std::filesystem::exists(source)) GTEST_SKIP() << source << " is not there";
    std::ifstream in(source);
    std::string all, customer, day;
    int discs;
    double amount;
    std::string csv = "customer,sample,day,discs,amount\n";
    while (in >> all >> customer >> day >> discs >> amount)
        csv += "k" + all + "," + customer + "," + day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6) + "," +
               std::to_string(discs) + "," + std::to_string(amount) + "\n";
    test::write(folder / "orders.csv", csv);
    compare(R"({"tables": {
        "orders": {"data": "orders.csv", "index": "order", "make_index": true, "time_index": "day",
                   "types": {"customer": "category", "sample": "category", "day": "time", "discs": "integer", "amount": "real"}},
        "customers": {"of": "orders.customer", "carry": ["sample"]}}})",
            std::string(R"([{"case": "customers", "target": "customers", "depth": 2, "cutoff": "1998-03-01", )") + kUsual + R"(},
             {"case": "a window", "target": "customers", "depth": 2, "cutoff": "1997-10-01", "window": "90 days",
              "agg": ["count","sum","trend","time_since_last","avg_time_between"], "trans": []},
             {"case": "orders", "target": "orders", "depth": 2, "cutoff": "1997-12-01 12:00:00",
              "agg": ["count","mean","last"], "trans": ["cum_sum","percentile","is_weekend"]}])");
}

TEST_F(RetailFeaturesTest, of_transactions_are_featuretools) {
    const auto source = test::sharedData() / "tabular/example_transactions.csv";
    if (!std::filesystem::exists(source)) GTEST_SKIP() << source << " is not there";
    test::write(folder / "transactions.csv", base::readFile(source).value());
    compare(R"({"tables": {
        "transactions": {"data": "transactions.csv", "index": "row", "make_index": true, "time_index": "date",
                         "types": {"date": "time", "id": "integer"}},
        "customers": {"of": "transactions.id"}}})",
            R"([{"case": "customers", "target": "customers", "depth": 2, "cutoff": "2015-01-01",
                 "agg": ["count","mode","num_unique","avg_time_between","time_since_last","time_since_first","entropy"],
                 "trans": ["day","month","weekday","year"]}])");
}
