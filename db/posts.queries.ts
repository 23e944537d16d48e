/** Messages of their own, beside the digest. */
import type { PostsStore } from '../src/delivery/posts.store.ts';
import type { Database } from './database.ts';

export function postQueries(_database: Database): PostsStore {
  return {} as PostsStore;
}
