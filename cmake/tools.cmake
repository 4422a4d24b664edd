# Programs for our own use: tools/NAME.c becomes build/PRESET/hearsay-NAME. They may use every
# internal header, and are not installed.

file(GLOB TOOLS CONFIGURE_DEPENDS tools/*.c)
foreach(file IN LISTS TOOLS)
    cmake_path(GET file STEM name)
    add_executable(hearsay-${name} ${file})
    target_link_libraries(hearsay-${name} PRIVATE hearsay_internal)
endforeach()

# It counts what passes through these, wherever they are called from.
foreach(function gemm_int8 model_read_window model_read_content read_contents resolve)
    target_link_options(hearsay-operations PRIVATE -Wl,--wrap=${function})
endforeach()
target_link_options(hearsay-contents PRIVATE -Wl,--wrap=model_read_content)
