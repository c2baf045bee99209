#include "vision/transforms.h"

namespace anneal::vision {

const std::vector<TransformKind>& transformKinds() {
    static const std::vector<TransformKind> all = [] {
        std::vector<TransformKind> kinds;
        for (auto family : {flipKinds(), cropKinds(), warpKinds(), colourKinds(), damageKinds()})
            kinds.insert(kinds.end(), std::make_move_iterator(family.begin()), std::make_move_iterator(family.end()));
        return kinds;
    }();
    return all;
}

}  // namespace anneal::vision
