#include "base/files.h"
#include "support.h"

using namespace anneal;
using test::TemporaryFolder;

TEST(Files, what_is_written_atomically_is_read_back_whole) {
    TemporaryFolder folder;
    const std::string bytes(100'000, '\0');
    ASSERT_TRUE(test::succeeded(base::writeFileAtomically(folder / "a", bytes)));
    EXPECT_EQ(base::readFile(folder / "a").value(), bytes);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Files, a_missing_file_and_a_folder_are_told_apart) {
    TemporaryFolder folder;
    EXPECT_EQ(base::readFile(folder / "none").error().code, "file_not_found");
    EXPECT_EQ(base::readFile(folder.path()).error().code, "not_a_file");
    EXPECT_EQ(base::MappedFile::open(folder / "none").error().code, "file_not_found");
    EXPECT_EQ(base::MappedFile::open(folder.path()).error().code, "not_a_file");
}

TEST(Files, a_full_disk_is_named) {
    errno = ENOSPC;
    EXPECT_EQ(base::errnoError("write_failed", "could not write", "x").code, "disk_full");
}

TEST(Files, a_map_shows_the_bytes_and_an_empty_file_maps_empty) {
    TemporaryFolder folder;
    test::write(folder / "a", "hello");
    test::write(folder / "empty", "");
    EXPECT_EQ(base::MappedFile::open(folder / "a").value().text(), "hello");
    EXPECT_TRUE(base::MappedFile::open(folder / "empty").value().bytes().empty());
}

TEST(Files, free_space_is_known_for_a_path_that_does_not_exist_yet) { EXPECT_GT(base::freeBytes("/tmp/no/such/folder"), 0u); }
