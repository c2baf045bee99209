#include <chrono>
#include <thread>

#include "data/features_fixture.h"

using namespace anneal;
using test::FeaturesTest;
namespace features = anneal::data::features;

namespace {

const std::string kOrders = R"(
tables:
  customers: {data: customers.csv, index: id, time_index: joined}
  orders: {data: orders.csv, index: order, time_index: time}
relationships:
  - customers.id <- orders.customer
)";

class OrdersTest : public FeaturesTest {
protected:
    void SetUp() override {
        test::write(folder / "customers.csv", "id,joined,age\n1,2024-01-01,30\n2,2024-01-02,40\n3,2024-03-01,50\n");
        test::write(folder / "orders.csv",
                    "order,customer,time,amount\n10,1,2024-01-05 08:00:00,5\n11,1,2024-02-01 08:00:00,7\n12,2,2024-02-01 08:00:01,1.5\n"
                    "13,1,2024-04-01 00:00:00,100\n14,,2024-01-07 00:00:00,9\n15,8,2024-01-07 00:00:00,9\n");
    }
};

}  // namespace

TEST_F(OrdersTest, rows_at_the_cutoff_count_and_later_ones_do_not) {
    const auto rows = made(kOrders, asking("customers", {"count", "sum"}, {}, "2024-02-01 08:00:00"));
    ASSERT_EQ(rows.size(), 2U) << "the third customer joins later";
    EXPECT_EQ(rows[0]["COUNT(orders)"], 2);
    EXPECT_EQ(rows[0]["SUM(orders.amount)"], 12);
    EXPECT_EQ(rows[1]["COUNT(orders)"], 0);
}

TEST_F(OrdersTest, without_a_cutoff_everything_up_to_the_latest_time_counts) {
    auto report = make(kOrders, asking("customers", {"count", "time_since_last"}));
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->cutoff, "2024-04-01 00:00:00");
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0]["COUNT(orders)"], 3);
    EXPECT_EQ(rows[0]["TIME_SINCE_LAST(orders.time)"], 0);
    EXPECT_TRUE(rows[2]["TIME_SINCE_LAST(orders.time)"].is_null());
}

TEST_F(OrdersTest, each_row_of_a_cutoff_file_has_its_own_time_and_keeps_its_labels) {
    test::write(folder / "cutoffs.csv", "id,time,churned\n2,2024-03-01,yes\n1,2024-02-01 07:59:59,no\n1,2024-05-01,yes\n3,2024-02-01,no\n");
    const auto rows = made(kOrders, asking("customers", {"count"}, {}, (folder / "cutoffs.csv").string()));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0]["id"], 2);
    EXPECT_EQ(rows[0]["churned"], "yes");
    EXPECT_EQ(rows[0]["COUNT(orders)"], 1);
    EXPECT_EQ(rows[1]["COUNT(orders)"], 1);
    EXPECT_EQ(rows[2]["COUNT(orders)"], 3);
    EXPECT_EQ(rows[3]["COUNT(orders)"], 0);
    EXPECT_TRUE(rows[3]["age"].is_null()) << "nobody knew this customer then";
    EXPECT_EQ(rows[1]["cutoff_time"].get<std::string>().substr(11, 8), "07:59:59");
}

TEST_F(OrdersTest, what_comes_after_the_cutoff_keeps_no_row_within_a_window) {
    auto options = asking("customers", {"count"}, {}, "2024-03-15");
    options.cutoff.window = features::parseWindow("30 days").value();
    const auto rows = made(kOrders, options);
    ASSERT_EQ(rows.size(), 1U) << "the first customer's next order is of April";
    EXPECT_EQ(rows[0]["id"], 3);
}

TEST_F(OrdersTest, are_the_same_on_any_number_of_threads) {
    std::string customers = "id,joined\n", orders = "order,customer,time,amount,kind\n";
    for (int i = 0; i < 9000; ++i) customers += std::to_string(i) + ",2024-01-01\n";
    for (int i = 0; i < 40000; ++i)
        orders += std::to_string(i) + "," + std::to_string((i * 7919) % 9100) + ",2024-02-0" + std::to_string(1 + i % 9) + "," +
                  std::to_string((i * 31 % 1000) / 7.0) + ",k" + std::to_string(i % 13) + "\n";
    test::write(folder / "customers.csv", customers);
    test::write(folder / "orders.csv", orders);
    auto options = asking("customers", {"sum", "std", "mode", "trend", "skew"}, {"percentile", "month"});
    std::vector<std::string> hashes;
    for (const int threads : {1, 2, 5}) {
        options.threads = threads;
        options.out = folder / ("threads-" + std::to_string(threads));
        auto report = make(kOrders, options);
        ASSERT_TRUE(test::succeeded(report));
        EXPECT_EQ(report->manifest.rows, 9000);
        hashes.push_back(report->manifest.hash);
    }
    EXPECT_EQ(hashes[0], hashes[1]);
    EXPECT_EQ(hashes[0], hashes[2]);
}

TEST_F(OrdersTest, stand_in_a_text_by_a_template) {
    auto options = asking("customers", {"count", "mean"}, {}, "2024-03-01");
    options.text = "A customer aged {age}: {features}.";
    auto report = make(kOrders, options);
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.mapping.shape, data::Shape::text);
    const auto rows = rowsOf(report->dataset);
    EXPECT_EQ(rows[0]["features_text"], "A customer aged 30: age: 30; number of orders: 2; mean amount of orders: 6.");
    EXPECT_EQ(rows[2]["features_text"], "A customer aged 50: age: 50; number of orders: 0.");
    options.text = "{COUNT(order)}";
    const auto error = errorOf(kOrders, options);
    EXPECT_EQ(error.code, "template_invalid");
    EXPECT_NE(error.hint.find("{COUNT(orders)}"), std::string::npos) << error.hint;
}

TEST_F(OrdersTest, know_where_they_come_from) {
    auto report = make(kOrders, asking("customers", {"count"}, {}, "2024-03-01"));
    ASSERT_TRUE(test::succeeded(report));
    const auto& provenance = report->manifest.provenance;
    ASSERT_EQ(provenance["tables"].size(), 2U);
    EXPECT_EQ(provenance["tables"][1]["table"], "orders");
    EXPECT_EQ(provenance["tables"][1]["dataset_hash"].get<std::string>().size(), 64U);
    EXPECT_EQ(provenance["cutoff"], "2024-03-01 00:00:00");
    EXPECT_EQ(provenance["features"], OrderedJson({"age", "COUNT(orders)"}));
}

TEST_F(OrdersTest, name_the_mistake_in_an_entity_set) {
    const auto change = [](std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    };
    const auto ask = asking("customers", {"count"});
    const std::vector<std::tuple<std::string, std::string, std::string>> mistakes = {
        {change(kOrders, "<- orders.customer", "<- order.customer"), "table_unknown", "did you mean \"orders\"?"},
        {change(kOrders, "<- orders.customer", "<- orders.costumer"), "column_unknown", "did you mean \"customer\"?"},
        {change(kOrders, "time_index: joined", "time_indx: joined"), "entity_set_invalid", "did you mean \"time_index\"?"},
        {change(kOrders, "time_index: joined", "time_index: age"), "column_type", ""},
        {change(kOrders, "- customers.id <-", "- customers.age <-"), "relationship_invalid", "customers.id"},
        {change(kOrders, "index: order,", "index: customer,"), "relationship_invalid", ""},
        {change(kOrders, "index: order,", "index: amount,"), "column_type", ""},
        {change(kOrders, "index: order, time_index: time", "index: order, types: {amount: category}"), "column_type", ""},
        {kOrders + "  - orders.order <- customers.age\n", "relationships_cyclic", ""},
        {kOrders + "  - customers.id <- orders.customer\n", "relationship_invalid", ""},
    };
    for (const auto& [yaml, code, hint] : mistakes) {
        const auto error = errorOf(yaml, ask);
        EXPECT_EQ(error.code, code) << yaml << error.message;
        EXPECT_NE(error.hint.find(hint), std::string::npos) << error.hint;
    }
    EXPECT_EQ(errorOf(kOrders, asking("customer", {"count"})).hint, "did you mean \"customers\"?");
    EXPECT_EQ(errorOf(kOrders, asking("customers", {"medin"})).hint, "did you mean \"median\"?");
    EXPECT_EQ(errorOf(kOrders, asking("customers", {"month"})).hint, "give it with --trans");
}

TEST_F(OrdersTest, name_the_rows_of_a_key_that_comes_twice_and_of_one_that_is_missing) {
    test::write(folder / "customers.csv", "id,joined,age\n1,2024-01-01,30\n2,2024-01-02,40\n1,2024-03-01,50\n");
    auto error = errorOf(kOrders, asking("customers", {"count"}));
    EXPECT_EQ(error.code, "key_duplicate");
    EXPECT_EQ(error.message, "table customers, id: row 3 has the key 1 of row 1");
    test::write(folder / "customers.csv", "id,joined,age\n1,2024-01-01,30\n,2024-01-02,40\n3,2024-03-01,50\n");
    error = errorOf(kOrders, asking("customers", {"count"}));
    EXPECT_EQ(error.code, "key_missing");
    EXPECT_NE(error.message.find("row 2"), std::string::npos) << error.message;
}

TEST_F(OrdersTest, name_the_row_of_a_cutoff_file_that_is_wrong) {
    test::write(folder / "cutoffs.csv", "id,time\n1,2024-02-01\n9,2024-02-01\n");
    const auto error = errorOf(kOrders, asking("customers", {"count"}, {}, (folder / "cutoffs.csv").string()));
    EXPECT_EQ(error.code, "cutoff_invalid");
    EXPECT_NE(error.message.find("row 2: customers has no key 9"), std::string::npos) << error.message;
}

TEST_F(OrdersTest, do_not_take_a_number_that_a_double_cannot_hold) {
    test::write(folder / "orders.csv", "order,customer,time,amount\n10,1,2024-01-05 08:00:00,9007199254740995\n");
    const auto error = errorOf(kOrders, asking("customers", {"sum"}));
    EXPECT_EQ(error.code, "number_too_large");
    EXPECT_NE(error.message.find("orders, amount"), std::string::npos) << error.message;
}

TEST_F(OrdersTest, are_named_before_anything_is_computed) {
    auto file = features::entityFileFromYaml(kOrders, folder.path());
    ASSERT_TRUE(test::succeeded(file));
    const auto previews = features::previewFeatures(*file, asking("orders", {"mean"}, {"month"}).synthesis);
    ASSERT_TRUE(test::succeeded(previews));
    std::vector<std::string> names;
    for (const auto& one : *previews) names.push_back(one.name);
    EXPECT_EQ(names, (std::vector<std::string>{"customer", "amount", "MONTH(time)", "customers.age", "customers.MEAN(orders.amount)",
                                               "customers.MONTH(joined)"}));
    EXPECT_EQ((*previews)[4].words, "mean amount of orders of customers");
    EXPECT_EQ((*previews)[4].primitives, std::vector<std::string>{"mean"});
}

TEST_F(OrdersTest, stop_within_a_fifth_of_a_second_and_leave_nothing) {
    std::string customers = "id,joined\n", orders = "order,customer,time,amount\n";
    for (int i = 0; i < 1000; ++i) customers += std::to_string(i) + ",2024-01-01\n";
    for (std::int64_t i = 0; i < 400000; ++i)
        orders += std::to_string(i) + "," + std::to_string(i % 997) + ",2024-02-01," + std::to_string(i * 7919 % 100003) + "\n";
    test::write(folder / "customers.csv", customers);
    test::write(folder / "orders.csv", orders);
    auto file = features::entityFileFromYaml(kOrders, folder.path());
    ASSERT_TRUE(test::succeeded(file));
    ASSERT_TRUE(test::succeeded(features::previewFeatures(*file, asking("customers", {"count"}).synthesis))) << "imports the files";
    auto options = asking("customers", {"mean", "median", "skew", "std", "trend", "kurtosis"}, {"percentile", "cum_sum", "absolute"});
    options.synthesis.depth = 3;
    options.out = folder / "stopped";
    for (const int wait : {1, 30, 80}) {
        const base::StopToken stop;
        std::chrono::steady_clock::time_point asked;
        std::thread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
            asked = std::chrono::steady_clock::now();
            stop.requestStop();
        });
        const auto report = features::makeFeatures(*file, options, {}, stop);
        const auto ended = std::chrono::steady_clock::now();
        other.join();
        ASSERT_FALSE(report.has_value());
        EXPECT_EQ(report.error().code, "stopped");
        EXPECT_LT(ended - asked, std::chrono::milliseconds(200));
        EXPECT_FALSE(std::filesystem::exists(options.out));
    }
}
