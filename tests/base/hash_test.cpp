#include "base/hash.h"
#include "support.h"

using namespace anneal;

TEST(Hash, equals_the_published_vectors) {
    EXPECT_EQ(base::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(base::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    base::Sha256 pieces;
    pieces.update("a");
    pieces.update("bc");
    EXPECT_EQ(pieces.finish(), base::sha256("abc"));
    EXPECT_EQ(pieces.finish(), base::sha256(""));
}

TEST(Hash, uuids_are_version_4_and_differ) {
    const auto uuid = base::randomUuid();
    EXPECT_EQ(uuid.size(), 36u);
    EXPECT_EQ(uuid[14], '4');
    EXPECT_NE(uuid, base::randomUuid());
}
