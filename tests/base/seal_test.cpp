#include "base/seal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "support.h"

namespace anneal::base {
namespace {

using testing::HasSubstr;

TEST(Seal, tells_a_changed_a_cut_and_a_missing_file_by_name) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "inner/weights";
    test::write(file, "0123456789");
    test::write(folder.path() / "config", "{}");
    ASSERT_TRUE(sealFolder(folder.path()));
    EXPECT_TRUE(checkSeal(folder.path()));

    for (const auto* bytes : {"0123456780", "012345678"}) {
        test::write(file, bytes);
        EXPECT_EQ(checkSeal(folder.path()).error().code, "files_damaged");
        EXPECT_THAT(checkSeal(folder.path()).error().message, HasSubstr("inner/weights"));
    }
    std::filesystem::remove(file);
    EXPECT_THAT(checkSeal(folder.path()).error().message, HasSubstr("is missing"));
}

TEST(Seal, reads_its_own_list_with_care) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(checkSeal(folder.path())) << "what others made has no list";
    test::write(folder.path() / "SHA256SUMS", "nonsense\n");
    EXPECT_EQ(checkSeal(folder.path()).error().code, "files_damaged");
}

}  // namespace
}  // namespace anneal::base
