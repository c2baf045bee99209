# One target a folder: anneal_library(base SOURCES … PUBLIC … PRIVATE …) makes anneal_base from backend/base.
# TORCH marks a folder above the LibTorch line; it gets LibTorch and the shared precompiled header.

function(anneal_compile_options target)
  # gcc 12 reports false -Wrestrict in std::string (its bug 105651) and false -Wmaybe-uninitialized in std::optional.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Werror
    -Wno-missing-field-initializers -Wno-restrict -Wno-maybe-uninitialized)
endfunction()

function(anneal_library folder)
  cmake_parse_arguments(ARG "TORCH" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target anneal_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/backend")
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  anneal_compile_options(${target})
  if(ARG_TORCH)
    target_link_libraries(${target} PUBLIC anneal::torch)
    anneal_torch_pch(${target})
  endif()
endfunction()

# One precompiled header for every file above a library: anneal_shared_pch(target torch anneal::torch) compiles
# cmake/torch_pch.h once (44 s and 0.7 GB for LibTorch, 5 s less a file after that).
function(anneal_shared_pch target name library)
  set(pch anneal_${name}_pch)
  if(NOT TARGET ${pch})
    set(source "${CMAKE_BINARY_DIR}/${name}_pch.cpp")
    if(NOT EXISTS "${source}")
      file(WRITE "${source}" "")
    endif()
    add_library(${pch} OBJECT "${source}")
    target_link_libraries(${pch} PRIVATE ${library})
    anneal_compile_options(${pch})
    target_precompile_headers(${pch} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/${name}_pch.h")
  endif()
  target_precompile_headers(${target} REUSE_FROM ${pch})
  # A header compiled with -fPIC does not serve a program's -fPIE.
  get_target_property(type ${target} TYPE)
  if(type STREQUAL EXECUTABLE)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
endfunction()

function(anneal_torch_pch target)
  anneal_shared_pch(${target} torch anneal::torch)
endfunction()

# Qt Widgets as our files use it: no `signals` keyword, no guesses between 8-bit text and QString.
if(ANNEAL_WINDOW)
  add_library(anneal_qt INTERFACE)
  target_link_libraries(anneal_qt INTERFACE Qt6::Widgets)
  target_compile_definitions(anneal_qt INTERFACE QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
endif()

# One target a folder of the window: anneal_widgets(theme SOURCES … PUBLIC …) makes anneal_widgets_theme from widgets/theme.
function(anneal_widgets folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target anneal_widgets_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/widgets")
  target_link_libraries(${target} PUBLIC anneal_qt ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  anneal_compile_options(${target})
  anneal_shared_pch(${target} qt anneal_qt)
endfunction()

if(ANNEAL_SANITIZE)
  set(ANNEAL_TEST_ENV "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks.supp")
endif()

# anneal_test(tokenizer LABEL unit SOURCES a.cpp LIBS anneal_text): one GoogleTest program a name.
# LABEL: unit, numerics, process, lint run by default; fuzz, soak, parity on request.
function(anneal_test name)
  cmake_parse_arguments(ARG "TORCH" "LABEL;TIMEOUT" "SOURCES;LIBS;ENV" ${ARGN})
  set(target test_${name})
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${target} PRIVATE ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${target} PRIVATE ANNEAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ANNEAL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  anneal_compile_options(${target})
  if(ARG_TORCH)
    anneal_torch_pch(${target})
  elseif(ANNEAL_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)  # half the time; the shared header has to be compiled as its users are
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(ANNEAL_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
  endif()
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "${ANNEAL_TEST_ENV};${ARG_ENV}")
endfunction()

# anneal_qt_test(theme_tokens SOURCES tokens_test.cpp LIBS anneal_widgets_theme): one Qt Test program a name, without a
# display. RUN: what it runs under.
function(anneal_qt_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LIBS;ENV;RUN" ${ARGN})
  set(target test_${name})
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${target} PRIVATE anneal_qt ${ARG_LIBS} Qt6::Test)
  target_compile_definitions(${target} PRIVATE ANNEAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ANNEAL_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  anneal_compile_options(${target})
  anneal_shared_pch(${target} qt anneal_qt)
  if(NOT ARG_LABEL)
    set(ARG_LABEL unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(ANNEAL_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
  endif()
  add_test(NAME ${name} COMMAND ${ARG_RUN} $<TARGET_FILE:${target}>)
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${ANNEAL_TEST_ENV};${ARG_ENV}")
endfunction()
