#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/writer.h>

#include "data/archive_fixture.h"
#include "data/data_fixture.h"

using namespace anneal;

namespace {

/// Files that are small and would become large.
class Unpack : public test::DataTest {
protected:
    data::ImportOptions limited() {
        data::ImportOptions options;
        options.reading.limits.unjudged = 1 << 20;
        options.reading.limits.ratio = 100;
        return options;
    }
    std::string zeros = std::string(8 << 20, 'a');

    void expectRefused(const std::filesystem::path& file) {
        const auto report = importFile(file, limited());
        ASSERT_FALSE(report) << file;
        EXPECT_EQ(report.error().code, "unpack_limit") << report.error().message;
        EXPECT_NE(report.error().hint.find("--unpack-"), std::string::npos);
        auto options = limited();
        options.reading.limits.ratio = 1e9;
        EXPECT_TRUE(test::succeeded(importFile(file, options))) << file;
        options.reading.limits.bytes = 2 << 20;
        const auto large = importFile(file, options);
        ASSERT_FALSE(large);
        EXPECT_EQ(large.error().code, "unpack_limit");
        EXPECT_FALSE(std::filesystem::exists(base::cacheHome() / "unpacked") && !std::filesystem::is_empty(base::cacheHome() / "unpacked"));
    }
    void SetUp() override { ::setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1); }
};

}  // namespace

TEST_F(Unpack, gzip_and_zstd_bombs_are_refused) {
    test::write(folder / "plain", zeros);
    for (const auto* command : {"gzip -c", "zstd -q -c"}) {
        const auto file = folder / (std::string("bomb.txt.") + (command[0] == 'g' ? "gz" : "zst"));
        ASSERT_EQ(std::system((std::string(command) + " '" + (folder / "plain").string() + "' > '" + file.string() + "'").c_str()), 0);
        expectRefused(file);
    }
}

TEST_F(Unpack, zip_bombs_are_refused) {
    test::writeZip(folder / "bomb.zip", {{"a.txt", zeros}});
    expectRefused(folder / "bomb.zip");
}

TEST_F(Unpack, parquet_bombs_are_refused_before_a_row_is_read) {
    const auto constant = *arrow::MakeArrayFromScalar(arrow::Int64Scalar(7), 4 << 20);
    const auto table = arrow::Table::Make(arrow::schema({arrow::field("n", arrow::int64())}), {constant});
    auto out = *arrow::io::FileOutputStream::Open((folder / "bomb.parquet").string());
    ASSERT_TRUE(parquet::arrow::WriteTable(*table, arrow::default_memory_pool(), out, 1 << 22).ok() && out->Close().ok());
    expectRefused(folder / "bomb.parquet");
}

TEST_F(Unpack, damaged_archives_are_refused_with_the_reason) {
    test::write(folder / "plain", "a,b\n1,2\n");
    ASSERT_EQ(std::system(("gzip -c '" + (folder / "plain").string() + "' > '" + (folder / "a.csv.gz").string() + "'").c_str()), 0);
    const auto bytes = *base::readFile(folder / "a.csv.gz");
    test::write(folder / "cut.csv.gz", bytes.substr(0, bytes.size() - 9));
    EXPECT_EQ(importFile(folder / "cut.csv.gz").error().code, "data_unreadable");
    test::write(folder / "bad.zip", "PK\x03\x04 and nothing of it");
    EXPECT_EQ(importFile(folder / "bad.zip").error().code, "data_unreadable");
    test::writeZip(folder / "none.zip", {{"readme.doc", "no"}});
    EXPECT_EQ(importFile(folder / "none.zip").error().code, "no_files");
}
