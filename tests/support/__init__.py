"""What tests share. Import as `from tests.support.<module> import <name>`; every folder of tests is a
package.
"""
